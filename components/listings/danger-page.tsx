import { Page } from "@/components/layout/page";
import { handedOn } from "@/lib/search/asked";
import { filtersQuery, type ListingFilters } from "@/lib/search/filters";
import type { TextQuery } from "@/lib/search/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { SearchDanger } from "./search-danger";

interface DangerPageProps {
  locale: Locale;
  /** Of the page that this one stands for, with its query. */
  path: string;
  filters: ListingFilters;
  text: TextQuery;
}

/** For who types nothing but danger: whom to call, and the way to places for later, which keeps who it is and where. */
export function DangerPage({ locale, path, filters, text }: DangerPageProps) {
  const t = getTranslator(locale, "reading");
  const look = "text-link inline-flex min-h-11 items-center";
  return (
    <Page locale={locale} path={path} first={<SearchDanger locale={locale} text={text} />}>
      <h1 className="text-2xl sm:text-4xl">{t("dangerTitle")}</h1>
      <p className="mt-2">
        <a href="tel:988" className={look}>
          {t("call988")}
        </a>
      </p>
      <p>
        <a href={localizedPath(locale, `/listings${filtersQuery(handedOn(filters, text))}`)} className={look}>
          {t("dangerLater")}
        </a>
      </p>
    </Page>
  );
}
