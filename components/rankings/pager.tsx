import { PageSteps } from "@/components/ui/page-steps";
import type { ListPart } from "@/lib/rankings/list-pages";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface PagerProps {
  locale: Locale;
  part: Pick<ListPart<unknown>, "page" | "pageCount">;
  /** The English path of a page. */
  pathOf: (page: number) => string;
}

/** The pages of a long list: the one before, every one, the next; nothing where there is one. */
export function Pager({ locale, part: { page, pageCount }, pathOf }: PagerProps) {
  const t = getTranslator(locale, "rankings.pages");
  if (pageCount === 1) return null;
  const href = (to: number) => localizedPath(locale, pathOf(to));
  const pages = Array.from({ length: pageCount }, (_, index) => index + 1);
  return (
    <nav aria-label={t("label")} className="no-print mt-8 border-t border-line pt-2">
      <PageSteps page={page} pageCount={pageCount} href={href} previous={t("previous")} next={t("next")}>
        <span className="text-sm text-muted">{t("position", { page, count: pageCount })}</span>
      </PageSteps>
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
