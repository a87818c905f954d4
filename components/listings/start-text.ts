import { nameIn, type Start } from "@/lib/search/gazetteer";
import type { SearchHit } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

const isZip = (name: string) => /^\d{5}$/.test(name);

/** "Near Boyle Heights", "Near ZIP code 90033". */
export function nearLabel(locale: Locale, { name }: Pick<Start, "name">): string {
  const t = getTranslator(locale, "reading");
  return isZip(name) ? t("nearZip", { zip: name }) : t("near", { place: nameIn(locale, name) });
}

/** In a sentence: "Boyle Heights", "ZIP code 90033". */
export function startText(locale: Locale, { name }: Pick<Start, "name">): string {
  return isZip(name) ? getTranslator(locale, "reading")("placeZip", { zip: name }) : nameIn(locale, name);
}

/** "0.7 mi", "about 3 mi", or that nobody knows. */
export function distanceText(locale: Locale, { distance }: Pick<SearchHit, "distance">): string {
  const t = getTranslator(locale, "filters");
  if (!distance) return t("distanceUnknown");
  const miles = distance.miles < 10 ? Math.round(distance.miles * 10) / 10 : Math.round(distance.miles);
  return t(distance.isApproximate ? "distanceApproximate" : "distance", { miles });
}
