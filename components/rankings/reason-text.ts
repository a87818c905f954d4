import { keptSplit } from "@/components/listings/keeping-text";
import type { KeyFacts } from "@/lib/facts/key-facts";
import { reasonOf, type Spoken } from "@/lib/rankings/reason";
import type { CriterionResult, RankingMethod } from "@/lib/rankings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { LANGUAGE_TAG } from "@/lib/shared/language-tag";

type Answers = Pick<KeyFacts, "keeping" | "longTerm" | "medications">;

/**
 * "Gives buprenorphine, keeps you on it, lets you stay on methadone prescribed elsewhere, and takes Medi-Cal; no to
 * “Aftercare”." From one edition's answers.
 * @param facts those of the same edition: which medication a yes of the criteria is about, and who prescribes it
 */
export function reasonSentence(
  locale: Locale,
  method: RankingMethod,
  criteria: readonly CriterionResult[],
  facts: Answers,
): string {
  const t = getTranslator(locale, "rankings.reason");
  const quoted = getTranslator(locale, "rankings.change");
  const nameOf = new Map(method.groups.flatMap((group) => group.criteria).map(({ key, name }) => [key, name[locale]]));
  const list = new Intl.ListFormat(LANGUAGE_TAG[locale], { type: "conjunction" });
  const names = (keys: readonly string[]) =>
    list.format(keys.map((key) => quoted("quoted", { words: nameOf.get(key) ?? key })));
  const { spoken, won, lost, moreLost, unknownPoints } = reasonOf(criteria);
  const says = [...medicationParts(locale, spoken, facts), spoken.includes("mediCal") && t("mediCal")].filter(
    (part) => part !== false,
  );
  const parts = [
    says.length > 0 && list.format(says),
    won.length > 0 && t("yesTo", { names: names(won) }),
    lost.length > 0 && t(moreLost > 0 ? "noToMore" : "noTo", { names: names(lost), count: moreLost }),
    unknownPoints > 0 && t("unknown", { points: unknownPoints }),
  ];
  const words = parts.filter((part) => part !== false).join("; ");
  return `${words.slice(0, 1).toLocaleUpperCase(LANGUAGE_TAG[locale])}${words.slice(1)}.`;
}

const KEPT = {
  keepsBoth: ["methadone", "buprenorphine"],
  keepsMethadone: ["methadone"],
  keepsBuprenorphine: ["buprenorphine"],
} as const;

/** What it gives, what it keeps people on itself, and on what it lets them stay that somebody else prescribes. */
function medicationParts(locale: Locale, spoken: readonly Spoken[], facts: Answers): string[] {
  const t = getTranslator(locale, "rankings.reason");
  const list = new Intl.ListFormat(LANGUAGE_TAG[locale], { type: "conjunction" });
  const medication = getTranslator(locale, "listings.medication");
  const namesOf = (each: readonly ("methadone" | "buprenorphine")[]) =>
    list.format(each.map((name) => medication(name)));
  const isSaid = spoken.includes("gives");
  const given = isSaid ? KEPT.keepsBoth.filter((name) => facts.medications[name] === "yes") : [];
  const kept = spoken.flatMap((each) => (each in KEPT ? KEPT[each as keyof typeof KEPT] : []));
  const { own, elsewhere } = keptSplit(facts, kept);
  const isAllGiven = own.length > 0 && own.join() === given.join();
  return [
    isSaid && (given.length > 0 ? t("gives", { names: namesOf(given) }) : t("givesEither")),
    own.length > 0 && (isAllGiven ? t("keepsGiven", { count: own.length }) : t("keeps", { names: namesOf(own) })),
    elsewhere.length > 0 && t("elsewhere", { names: namesOf(elsewhere) }),
  ].filter((part) => part !== false);
}
