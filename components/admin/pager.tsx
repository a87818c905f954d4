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

/** Previous and next; nothing when all fits on one page. */
export function Pager({ locale, path, parameters, page, pages }: PagerProps) {
  const t = getTranslator(locale, "admin.table");
  if (pages === 1) return null;
  const to = (target: number) => withParameters(path, { ...parameters, page: target });
  return (
    <nav aria-label={t("pages")} className="flex flex-wrap items-center gap-4 text-sm">
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
    </nav>
  );
}
