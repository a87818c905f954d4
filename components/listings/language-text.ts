import { attributeLabel } from "@/lib/facts/attribute-labels";
import { ATTRIBUTES } from "@/lib/facts/attributes";
import { factOf, type Fact } from "@/lib/facts/facts";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** Languages beside English: the survey's categories. */
const CATEGORIES = ["SL", "OL"];
/** "Languages other than Spanish": says nothing where they are named. */
const OTHERS = "FX";
const SPANISH = "SP";
/** The others stand among the facts. */
const MAX_NAMED = 4;

/** The survey's codes that the line is read from, Spanish first. */
export const LANGUAGE_CODES = [...ATTRIBUTES.values()]
  .filter(({ category }) => CATEGORIES.includes(category))
  .map(({ code }) => code);

/** "Spanish · Sign language · Arabic · Farsi · and 5 more"; "Korean; no Spanish". */
export function languageText(locale: Locale, facts: ReadonlyMap<string, Fact>): string {
  const t = getTranslator(locale, "facts.languages");
  const answers = LANGUAGE_CODES.map((code) => factOf(facts, code));
  const said = answers.filter(({ value }) => value === "yes").map(({ attribute }) => attribute);
  const named = said.length > 1 ? said.filter((code) => code !== OTHERS) : said;
  const spanish = factOf(facts, SPANISH).value;
  if (named.length === 0) {
    if (answers.every(({ value }) => value === "unknown")) return t("unknown");
    return spanish === "no" ? t("none") : t("spanishUnknown");
  }
  const shown = named.slice(0, named.length > MAX_NAMED + 1 ? MAX_NAMED : named.length);
  const more = named.length - shown.length;
  const words = [...shown.map((code) => attributeLabel(locale, code)), more > 0 && t("more", { count: more })]
    .filter(Boolean)
    .join(" · ");
  if (spanish === "yes") return words;
  return `${words}; ${t(spanish === "no" ? "noSpanish" : "spanishUnknown")}`;
}
