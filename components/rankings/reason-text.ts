import { keptSplit } from "@/components/listings/keeping-text";
import type { KeyFacts } from "@/lib/facts/key-facts";
import { reasonOf, type Spoken } from "@/lib/rankings/reason";
import type { CriterionResult, RankingMethod } from "@/lib/rankings/schema";
import { getTranslator, messagesOf, type Locale } from "@/lib/shared/i18n";
import { LANGUAGE_TAG } from "@/lib/shared/language-tag";

type Answers = Pick<KeyFacts, "keeping" | "longTerm" | "medications">;

/** The state's list says it, and not the place. */
const LICENSE = "state-license";

/**
 * "Gives buprenorphine, keeps you on it and takes Medi-Cal. It says that it has no aftercare." From one edition's answers.
 * @param facts those of the same edition: which medication a yes of the criteria is about, and who prescribes it
 */
export function reasonSentence(
  locale: Locale,
  method: RankingMethod,
  criteria: readonly CriterionResult[],
  facts: Answers,
): string {
  const t = getTranslator(locale, "rankings.reason");
  const list = new Intl.ListFormat(LANGUAGE_TAG[locale], { type: "conjunction" });
  const { spoken, won, lost, moreLost, unknownPoints } = reasonOf(criteria);
  const wordsOf = (keys: readonly string[], answer: "yes" | "no") =>
    list.format(keys.map((key) => answerWords(locale, method, key, answer)));
  const medications = medicationParts(locale, spoken, facts);
  const says = list.format(spoken.includes("mediCal") ? [...medications, t("mediCal")] : medications);
  const own = lost.filter((key) => key !== LICENSE);
  const isSaid = own.every((key) => criteria.find((each) => each.key === key)?.source === "samhsa");
  const sentences = [
    says && `${says}.`,
    won.length > 0 && `${wordsOf(won, "yes")}.`,
    own.length > 0 && t(isSaid ? "says" : "found", { parts: wordsOf(own, "no") }),
    lost.includes(LICENSE) && t("noLicense"),
    moreLost > 0 && t("more", { count: moreLost }),
    unknownPoints > 0 && t("unknown", { points: unknownPoints }),
  ];
  const begin = (words: string) => `${words.slice(0, 1).toLocaleUpperCase(LANGUAGE_TAG[locale])}${words.slice(1)}`;
  return sentences.flatMap((sentence) => (sentence ? begin(sentence) : [])).join(" ");
}

/** "Has no aftercare"; of a criterion that only another method has, its name. */
function answerWords(locale: Locale, method: RankingMethod, key: string, answer: "yes" | "no"): string {
  const own: Readonly<Record<string, string>> = messagesOf(locale).rankings.reason[answer];
  if (Object.hasOwn(own, key)) return own[key]!;
  const criterion = method.groups.flatMap(({ criteria }) => criteria).find((each) => each.key === key);
  const name = getTranslator(locale, "rankings.change")("quoted", { words: criterion?.name[locale] ?? key });
  return getTranslator(locale, "rankings.reason")(`${answer}To`, { name });
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
