import { NO_COUNTY, type ListingParameter } from "@/lib/listing-table/schema";
import { type ListingFilterName } from "@/lib/listing-table/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** The name of a part of the table's URL. */
export function parameterText(locale: Locale, name: ListingParameter): string {
  const t = getTranslator(locale, "admin.listingTable");
  return name === "sort" || name === "order" || name === "page" ? t(`parameters.${name}`) : t(`filters.${name}`);
}

/** What an option of a filter is called; of a text, the text itself. */
export function optionText(locale: Locale, name: ListingFilterName, option: string): string {
  const t = getTranslator(locale, "admin");
  const said = (key: string) => t(key as Parameters<typeof t>[0]);
  if (name === "status") return option === "closed" ? t("listingTable.closed") : said(`status.${option}`);
  if (name === "kind") return getTranslator(locale, "listings.kind")(option as "hospital");
  if (name === "county") return option === NO_COUNTY ? t("listingTable.noCounty") : option;
  if (name === "directory") return t("table.leftOut");
  if (name === "phone") return t("table.phoneElsewhere");
  return name === "q" || name === "state" ? option : said(`listingTable.choices.${name}.${option}`);
}
