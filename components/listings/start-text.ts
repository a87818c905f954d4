import { nameIn, type Start } from "@/lib/search/gazetteer";
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
