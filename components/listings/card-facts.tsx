import type { ReactNode } from "react";
import { MEDICATIONS, type KeyFacts, type Medication } from "@/lib/facts/key-facts";
import type { WhoNote } from "@/lib/facts/who-can-go";
import type { AskedAnswer } from "@/lib/search/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { saidNoText } from "./answer-mark";
import { FactMark } from "./fact-mark";
import { Joined } from "./joined";
import { keptItself } from "./keeping-text";
import { KeepingWords } from "./keeping-words";
import { PayWords } from "./pay-words";
import { briefWho } from "./who-line";

interface CardFactsProps {
  locale: Locale;
  facts: KeyFacts;
  who: readonly WhoNote[];
  /** What CardAnswers says before it, and is not said twice. */
  answers?: readonly AskedAnswer[];
}

const NONE: readonly AskedAnswer[] = [];

/**
 * What people compare places by, a line for each question: who can go, the medication it keeps and gives, Spanish and how
 * to pay. Medi-Cal stands first of the ways to pay, or by itself. The kinds of care stand beside the address (careText).
 */
export function CardFacts({ locale, facts, who, answers = NONE }: CardFactsProps) {
  const t = getTranslator(locale, "listings.key");
  const isSaid = (group: string, option?: string) =>
    answers.some((answer) => answer.group === group && (option ?? answer.option) === answer.option);
  const { mediCal, pay, spanish } = facts;
  const told = briefWho(locale, who);
  const keeps = !isSaid("keeping") && <KeepingWords locale={locale} facts={facts} isPlain />;
  const gives = given(locale, facts);
  return (
    <>
      {told && <p>{told}</p>}
      {keeps && (
        <p>
          <Joined>
            {keeps}
            {gives}
          </Joined>
        </p>
      )}
      <p>
        <Joined>
          {!keeps && gives}
          {!isSaid("language", "spanish") && (
            <>
              <Term term={t("spanish")} /> <FactMark locale={locale} value={spanish} isPlain />
            </>
          )}
          {!pay.ways.includes("medi-cal") && !isSaid("payment", "medi-cal") && (
            <>
              <Term term={t("mediCal")} />{" "}
              <FactMark locale={locale} value={mediCal} words={saidNoText(locale, pay.noMediCalIn)} isPlain />
            </>
          )}
          <>
            <Term term={getTranslator(locale, "facts.pay")("label")} /> <PayWords locale={locale} pay={pay} />
          </>
        </Joined>
      </p>
    </>
  );
}

/** What it gives, without what it keeps people on: that says so. */
function given(locale: Locale, facts: KeyFacts): ReactNode {
  const t = getTranslator(locale, "listings.key");
  const said: readonly Medication[] = keptItself(facts);
  const others = MEDICATIONS.filter((each) => !said.includes(each) && facts.medications[each] === "yes");
  if (said.length === 0)
    return (
      <>
        <Term term={t("medications")} /> {medicationWords(locale, facts)}
      </>
    );
  const medication = getTranslator(locale, "listings.medication");
  return (
    others.length > 0 && (
      <>
        <Term term={t("medicationsToo")} /> {others.map((each) => medication(each)).join(", ")}
      </>
    )
  );
}

function Term({ term }: { term: string }) {
  return <span className="text-muted">{`${term}:`}</span>;
}

/** "methadone, buprenorphine": what it gives itself. */
export function medicationWords(locale: Locale, { medications }: Pick<KeyFacts, "medications">): string {
  const t = getTranslator(locale, "listings");
  const offered = MEDICATIONS.filter((medication) => medications[medication] === "yes");
  if (offered.length > 0) return offered.map((medication) => t(`medication.${medication}`)).join(", ");
  // One that nobody answered may be given all the same.
  const known = MEDICATIONS.every((medication) => medications[medication] === "no");
  return known ? t("key.medicationsNone") : t("key.medicationsUnknown");
}
