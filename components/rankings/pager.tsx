import type { ListPart } from "@/lib/rankings/list-pages";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface PagerProps {
  locale: Locale;
  part: Pick<ListPart<unknown>, "page" | "pageCount">;
  /** The English path of a page. */
  pathOf: (page: number) => string;
}

const STEP = "text-link inline-flex min-h-11 items-center font-semibold";

/** The pages of a long list: the one before, every one, the next; nothing where there is one. */
export function Pager({ locale, part: { page, pageCount }, pathOf }: PagerProps) {
  const t = getTranslator(locale, "rankings.pages");
  if (pageCount === 1) return null;
  const href = (to: number) => localizedPath(locale, pathOf(to));
  const pages = Array.from({ length: pageCount }, (_, index) => index + 1);
  return (
    <nav aria-label={t("label")} className="no-print mt-8 border-t border-line pt-2">
      <p className="flex flex-wrap items-center gap-x-6">
        {page > 1 && (
          <a href={href(page - 1)} rel="prev" className={STEP}>
            <span aria-hidden="true">←&nbsp;</span>
            {t("previous")}
          </a>
        )}
        <span className="text-sm text-muted">{t("position", { page, count: pageCount })}</span>
        {page < pageCount && (
          <a href={href(page + 1)} rel="next" className={STEP}>
            {t("next")}
            <span aria-hidden="true">&nbsp;→</span>
          </a>
        )}
      </p>
      <ol className="flex flex-wrap gap-1">
        {pages.map((each) => (
          <li key={each}>
            <a
              href={href(each)}
              aria-current={each === page ? "page" : undefined}
              className="tabular inline-flex min-h-11 min-w-11 items-center justify-center rounded-md font-semibold underline aria-[current]:bg-accent-soft aria-[current]:no-underline"
            >
              <span className="sr-only">{t("page")} </span>
              {each}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
