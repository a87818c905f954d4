import type { ListingKind } from "@/lib/facts/kind";
import type { ShownSheet, Sheet } from "@/lib/map/atlas";
import type { SectionKey } from "@/lib/map/sections";
import { nameIn } from "@/lib/search/gazetteer";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** "Central Los Angeles", or "Not on the map". */
export function sectionName(locale: Locale, section: SectionKey): string {
  const t = getTranslator(locale, "map");
  return section === "unlocated" ? t("unlocated.title") : t(`areas.${section}`);
}

/** "Hollywood and Koreatown"; "" where no map shows the places. */
export function sheetNames(locale: Locale, { names }: Pick<Sheet, "names">): string {
  return new Intl.ListFormat(locale).format(names.map((name) => nameIn(locale, name)));
}

/** The title of a map of the county. */
export function countyTitle(locale: Locale, kind: ListingKind | null): string {
  return countyWords(locale, kind).title;
}

/** The title and the description of a map of the county. */
export function countyWords(locale: Locale, kind: ListingKind | null): { title: string; description: string } {
  const t = getTranslator(locale, "map");
  if (!kind) return { title: t("title"), description: t("metaDescription") };
  const words = { kind: getTranslator(locale, "listings.kind")(kind) };
  return { title: t("kindTitle", words), description: t("kindDescription", words) };
}

/** The title and the description of one page of the map: no other page has them. */
export function sheetWords(locale: Locale, sheet: ShownSheet): { title: string; description: string } {
  const { kind, section, page, places } = sheet;
  const t = getTranslator(locale, "map.sheet");
  const area = sectionName(locale, section.key);
  const own = kind && getTranslator(locale, "listings.kind")(kind);
  const words = { page, pages: section.sheets.length, count: places.length };
  const names = sheetNames(locale, sheet);
  const title = t(names ? "title" : "unlocatedTitle", { ...words, area: own ? `${own}, ${area}` : area, names });
  const what = own ? `${own}: ` : "";
  return { title, description: what + t(names ? "description" : "unlocatedDescription", { ...words, area }) };
}
