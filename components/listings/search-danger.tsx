import { Notice } from "@/components/ui/notice";
import type { TextQuery } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** Whom to call where the typed words tell of danger: before all else on the page, nothing where they do not. */
export function SearchDanger({ locale, text: { told } }: { locale: Locale; text: Pick<TextQuery, "told"> }) {
  const t = getTranslator(locale, "reading");
  if (!told.some(({ topic }) => topic === "danger")) return null;
  const look = "inline-flex min-h-11 items-center";
  return (
    <div className="no-print mb-3">
      <Notice tone="danger" role="alert">
        <p className="max-sm:text-sm">{t("told.danger")}</p>
        <p className="mt-1 flex flex-wrap items-center gap-x-3 sm:gap-x-6">
          <a href="tel:911" className={`${look} rounded-md bg-danger px-3 font-bold text-bg no-underline`}>
            {t("callNow")}
          </a>
          <a href={localizedPath(locale, "/help-now")} className={`${look} text-link text-xs sm:text-base`}>
            {t("dangerLink")}
          </a>
        </p>
      </Notice>
    </div>
  );
}
