import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { withParameters } from "./with-parameters";

interface PagerProps {
  locale: Locale;
  path: string;
  /** The table's other state, kept in every link. */
  parameters: Record<string, string | number>;
  page: number;
  pages: number;
}

const LINK = "text-link inline-flex min-h-11 items-center";

/** Pages beside this one that have a link of their own. */
const BESIDE = 2;

/** Previous, next, the first, the last and those beside this one; nothing when all fits on one page. */
export function Pager({ locale, path, parameters, page, pages }: PagerProps) {
  const t = getTranslator(locale, "admin.table");
  if (pages === 1) return null;
  const to = (target: number) => withParameters(path, { ...parameters, page: target });
  const numbered = Array.from({ length: pages }, (_, at) => at + 1).filter(
    (each) => each === 1 || each === pages || Math.abs(each - page) <= BESIDE,
  );
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center gap-x-4 text-sm">
      {page > 1 && (
        <a href={to(page - 1)} rel="prev" className={LINK}>
          {t("previous")}
        </a>
      )}
      <span>{t("pageOf", { page, pages })}</span>
      {page < pages && (
        <a href={to(page + 1)} rel="next" className={LINK}>
          {t("next")}
        </a>
      )}
      <ul className="flex flex-wrap items-center gap-x-1">
        {numbered.map((each, at) => (
          <li key={each} className="flex items-center">
            {at > 0 && each - numbered[at - 1]! > 1 && <span className="px-1">…</span>}
            {each === page ? (
              <span
                aria-current="page"
                className="inline-flex min-h-11 min-w-11 items-center justify-center font-semibold"
              >
                {each}
              </span>
            ) : (
              <a href={to(each)} aria-label={t("page", { page: each })} className={`${LINK} min-w-11 justify-center`}>
                {each}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
