import { reasonOf } from "@/lib/rankings/reason";
import type { CriterionResult, RankingMethod } from "@/lib/rankings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { LANGUAGE_TAG } from "@/lib/shared/language-tag";

/** "Gives methadone or buprenorphine, keeps you on both, and takes Medi-Cal; no to “Aftercare”." From one edition's answers. */
export function reasonSentence(locale: Locale, method: RankingMethod, criteria: readonly CriterionResult[]): string {
  const t = getTranslator(locale, "rankings.reason");
  const quoted = getTranslator(locale, "rankings.change");
  const nameOf = new Map(method.groups.flatMap((group) => group.criteria).map(({ key, name }) => [key, name[locale]]));
  const list = new Intl.ListFormat(LANGUAGE_TAG[locale], { type: "conjunction" });
  const names = (keys: readonly string[]) =>
    list.format(keys.map((key) => quoted("quoted", { words: nameOf.get(key) ?? key })));
  const { spoken, won, lost, moreLost, unknownPoints } = reasonOf(criteria);
  const says = spoken.map((each) => t(each === "keepsBoth" && !spoken.includes("gives") ? "keepsBothNamed" : each));
  const parts = [
    says.length > 0 && list.format(says),
    won.length > 0 && t("yesTo", { names: names(won) }),
    lost.length > 0 && t(moreLost > 0 ? "noToMore" : "noTo", { names: names(lost), count: moreLost }),
    unknownPoints > 0 && t("unknown", { points: unknownPoints }),
  ];
  const words = parts.filter((part) => part !== false).join("; ");
  return `${words.slice(0, 1).toLocaleUpperCase(LANGUAGE_TAG[locale])}${words.slice(1)}.`;
}
