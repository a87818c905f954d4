import type { ReactNode } from "react";
import { addressLine } from "@/components/listings/address";
import { AnswerMark } from "@/components/listings/answer-mark";
import { PhoneLink } from "@/components/listings/phone-link";
import { ListingName } from "@/components/listings/listing-name";
import { WhoLine } from "@/components/listings/who-line";
import { sourceText } from "@/components/listings/source-line";
import { questionsFor, type QuestionOnRecord } from "@/lib/choices/call-questions";
import { isSameSource, mainSourceOf, whoOf } from "@/lib/choices/comparison";
import type { ChosenListing } from "@/lib/choices/types";
import type { Fact } from "@/lib/facts/facts";
import type { Standing } from "@/lib/rankings/types";
import type { ListingFilters } from "@/lib/search/filters";
import { linesInOrder } from "@/lib/shared/area-code";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { NotRankedWarning } from "./not-ranked-warning";

interface CallSheetListingProps {
  locale: Locale;
  place: ChosenListing;
  /** What the person asked for. */
  asked: ListingFilters;
  /** In the newest edition; null when it does not know the place. */
  standing: Standing | null;
}

/**
 * One call: whom to call, what to ask, what is known, and room to write; for a closed place, only that it is closed. On
 * paper it stays on one page when it fits.
 */
export function CallSheetListing({ locale, place, asked, standing }: CallSheetListingProps) {
  const t = getTranslator(locale, "callSheet");
  const words = getTranslator(locale, "listings");
  const titleId = `call-${place.slug}`;
  return (
    <section
      aria-labelledby={titleId}
      className="mt-10 break-inside-avoid rounded-lg border-2 border-line-strong bg-surface p-5 print:mt-4 print:border-ink print:p-3 print:[&_a]:text-ink"
    >
      <h2 id={titleId} className="text-2xl">
        <ListingName locale={locale} place={place} asked={asked} />
        {place.unit && <span className="block font-sans text-base font-normal">{place.unit}</span>}
      </h2>
      {place.closedOn && (
        <p className="font-semibold text-warning">
          {words("detail.closedTitle", { date: formatDay(locale, place.closedOn) })}
        </p>
      )}
      <NotRankedWarning locale={locale} standing={standing} />
      <p>
        {words(`kind.${place.kind}`)}&nbsp;· {addressLine(place)}
      </p>
      {place.presence === "open" ? <Call locale={locale} place={place} /> : <p>{t("closed")}</p>}
    </section>
  );
}

/** The numbers, the questions with what is on record, and room to write. */
function Call({ locale, place }: { locale: Locale; place: ChosenListing }) {
  const t = getTranslator(locale, "callSheet");
  const words = getTranslator(locale, "listings");
  const questions = questionsFor(place);
  const main = mainSourceOf(questions.flatMap(({ answers }) => answers.map(({ fact }) => fact)));
  return (
    <>
      <Phones locale={locale} place={place} />
      <WhoLine locale={locale} who={whoOf(place)} />
      <WritingLines labels={[t("when"), t("whom"), t("seenOn")]} />
      <h3 className="mt-4 text-xl print:mt-2 print:text-base">{words("questions.title")}</h3>
      <p className="text-sm text-muted print:text-xs">
        {t("record")} {main && t("recordSource", { source: sourceText(locale, main) })}
      </p>
      <ol className="mt-2 grid gap-x-8 sm:grid-cols-2 print:mt-1 print:grid-cols-3 print:gap-x-4">
        {questions.map((question) => (
          <Question key={question.question} locale={locale} asked={question} main={main} />
        ))}
      </ol>
      <div className="mt-1 hidden h-14 text-sm font-semibold print:block">{t("notes")}</div>
    </>
  );
}

function Phones({ locale, place }: { locale: Locale; place: ChosenListing }) {
  const t = getTranslator(locale, "listings");
  const [first, ...others] = linesInOrder(place.phone, place.intakePhones);
  if (!first) return <p className="mt-1 font-semibold">{t("noPhone")}</p>;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-8">
      <li className="text-2xl print:text-3xl">
        <PhoneLink
          locale={locale}
          place={place}
          phone={first.phone}
          extension={first.isMain ? place.phoneExtension : null}
        />
      </li>
      {others.map(({ phone, isMain }) => (
        <li key={phone} className="flex flex-wrap items-baseline gap-x-2 text-xl">
          {t(isMain ? "phone" : "intake")}:{" "}
          <PhoneLink locale={locale} place={place} phone={phone} extension={isMain ? place.phoneExtension : null} />
        </li>
      ))}
    </ul>
  );
}

/** Places to write, on paper only. */
function WritingLines({ labels }: { labels: string[] }) {
  return (
    <ul className="mt-2 hidden gap-x-6 print:grid print:grid-cols-3">
      {labels.map((label) => (
        <li key={label} className="border-b border-line-strong pb-4 text-sm">
          {label}
        </li>
      ))}
    </ul>
  );
}

interface QuestionProps {
  locale: Locale;
  asked: QuestionOnRecord;
  /** The source of most answers; an answer from another source names it. */
  main: Fact | null;
}

function Question({ locale, asked: { question, answers, isOpen }, main }: QuestionProps) {
  const t = getTranslator(locale, "callSheet");
  const words = getTranslator(locale, "listings.questions");
  return (
    <li className="border-b border-line-strong py-2 print:pt-1 print:pb-0">
      <p className="flex gap-2 leading-snug font-medium print:text-sm">
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" className="mt-0.5 shrink-0">
          <rect x="1" y="1" width="14" height="14" fill="none" stroke="currentColor" strokeWidth="1.5" />
        </svg>
        {words(question)}
      </p>
      <p className="mt-0.5 ml-6 text-sm leading-snug text-muted print:text-xs">
        {isOpen && <strong className="text-ink">{t("ask")} </strong>}
        {answers.map(({ key, fact }, at) => (
          <Answer key={key} locale={locale} fact={fact} main={main} isLast={at === answers.length - 1}>
            {getTranslator(locale, "compare.questions")(key)}
          </Answer>
        ))}
        {answers.length === 0 && t("noRecord")}
      </p>
      <div className="hidden h-5 print:block" />
    </li>
  );
}

type AnswerProps = Pick<QuestionProps, "locale" | "main"> & { fact: Fact; isLast: boolean; children: ReactNode };

function Answer({ locale, fact, main, isLast, children }: AnswerProps) {
  const isUsual = !fact.source || (main && isSameSource(fact, main));
  return (
    <>
      {children}: <AnswerMark locale={locale} fact={fact} />
      {!isUsual && ` (${sourceText(locale, fact)})`}
      {!isLast && <> · </>}
    </>
  );
}
