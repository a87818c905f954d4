import { attributeLabel, categoryLabel, topicLabel } from "@/lib/facts/attribute-labels";
import { groupFacts, type FactCategory, type FactGroup } from "@/lib/facts/fact-groups";
import { resolveFacts, type Fact } from "@/lib/facts/facts";
import { MEDI_CAL, surveyNoIn } from "@/lib/facts/how-to-pay";
import { licenseStandingOf } from "@/lib/facts/license-standing";
import { selfReportNotes, type SelfReportNote } from "@/lib/facts/self-report";
import type { ListingDetail } from "@/lib/listings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { saidNoText } from "./answer-mark";
import { FactMark } from "./fact-mark";
import { selfReportText } from "./license-text";
import { doubtText, sourceText } from "./source-line";

interface FactsSectionProps {
  locale: Locale;
  listing: Pick<ListingDetail, "fromStateList" | "sheets" | "unrecognised" | "licenses" | "stateListAsOf">;
  /** YYYY-MM-DD in Los Angeles; a license counts until the end of its last day. */
  today: string;
}

/** Beside the facts of some attributes. */
type Notes = ReadonlyMap<string, SelfReportNote>;

/** Every fact of a place with its answer, source and date. */
export function FactsSection({ locale, listing, today }: FactsSectionProps) {
  const t = getTranslator(locale, "listings.facts");
  const { fromStateList, sheets, unrecognised, licenses, stateListAsOf } = listing;
  const lead = fromStateList ? "leadStateList" : "lead";
  const facts = resolveFacts(sheets);
  const notes = selfReportNotes(facts, licenseStandingOf(licenses, stateListAsOf, today));
  return (
    <section id="facts" aria-labelledby="facts-title" className="mt-10">
      <h2 id="facts-title" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-2 mb-5 max-w-prose text-muted">{t(sheets.length > 0 ? lead : "none")}</p>
      {sheets.length > 0 &&
        groupFacts(facts).map((group) => <Topic key={group.topic} locale={locale} group={group} notes={notes} />)}
      {unrecognised.length > 0 && (
        <details className="border-b border-line">
          <summary className="min-h-11 py-3 font-semibold">{t("unexplainedTitle")}</summary>
          <p className="max-w-prose pb-4 text-sm">{t("unexplained", { codes: unrecognised.join(", ") })}</p>
        </details>
      )}
    </section>
  );
}

function Topic({ locale, group, notes }: { locale: Locale; group: FactGroup; notes: Notes }) {
  const t = getTranslator(locale, "listings.facts");
  const { topic, counts, sharedSource, categories } = group;
  const isAnswered = counts.yes + counts.no > 0;
  return (
    <details className="border-t border-line last-of-type:border-b">
      <summary className="min-h-11 py-3">
        <h3 className="inline font-sans text-base font-semibold">{topicLabel(locale, topic)}</h3>
        <span className="tabular block pl-4 text-sm text-muted sm:inline">{t("counts", counts)}</span>
      </summary>
      <div className="pb-6 sm:pl-5">
        {topic === "care" && <p className="mb-4 max-w-prose text-sm font-medium">{t("detoxWarning")}</p>}
        <p className="mb-3 text-xs text-muted">
          {sharedSource && t("groupSource", { source: sourceText(locale, sharedSource) })}
          {!isAnswered && t("noSource")}
        </p>
        <div className="grid gap-5">
          {categories.map((category) => (
            <Category
              key={category.category}
              locale={locale}
              category={category}
              notes={notes}
              withSource={!sharedSource}
            />
          ))}
        </div>
      </div>
    </details>
  );
}

interface CategoryProps {
  locale: Locale;
  category: FactCategory;
  notes: Notes;
  /** Print each answer's source, because the topic's answers do not share one. */
  withSource: boolean;
}

function Category({ locale, category: { category, facts }, notes, withSource }: CategoryProps) {
  const t = getTranslator(locale, "facts");
  // Most places name only the usual ages: what they did not name may still be taken.
  const isAge = category === "AGE";
  return (
    <div>
      <h4 className="font-sans text-sm font-semibold">{categoryLabel(locale, category)}</h4>
      <dl className="text-sm">
        {(["yes", "no", "unknown"] as const).map((value) => {
          const answers = facts.filter((fact) => fact.value === value);
          return (
            answers.length > 0 && (
              <div key={value} className="grid grid-cols-[6.5rem_1fr] gap-x-2 border-t border-line py-1.5">
                <dt>
                  <FactMark locale={locale} value={value} words={isAge && value === "no" ? t("notNamed") : undefined} />
                </dt>
                <dd>
                  <ul
                    className={`gap-x-6 leading-snug *:break-inside-avoid *:pb-1 sm:columns-2 ${value === "yes" ? "" : "text-muted"}`}
                  >
                    {answers.map((fact) => (
                      <li key={fact.attribute}>
                        {attributeLabel(locale, fact.attribute)}
                        {saidNo(locale, fact)}
                        {fact.doubt && ` (${doubtText(locale, fact.doubt)})`}
                        <Note locale={locale} note={notes.get(fact.attribute)} />
                        {withSource && <FactSource locale={locale} fact={fact} />}
                      </li>
                    ))}
                  </ul>
                </dd>
              </div>
            )
          );
        })}
      </dl>
    </div>
  );
}

function Note({ locale, note }: { locale: Locale; note: SelfReportNote | undefined }) {
  return note && ` (${selfReportText(locale, note)})`;
}

/** ": said no in 2023: ask", of Medi-Cal. */
function saidNo(locale: Locale, fact: Fact): string | null {
  const words = fact.attribute === MEDI_CAL ? saidNoText(locale, surveyNoIn(fact)) : undefined;
  return words ? `: ${words}` : null;
}

function FactSource({ locale, fact }: { locale: Locale; fact: Fact }) {
  if (!fact.source) return null;
  return <span className="block text-xs text-muted">{sourceText(locale, fact)}</span>;
}
