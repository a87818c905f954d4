import { sourceText } from "@/components/listings/source-line";
import type { Cause } from "@/lib/rankings/causes";
import type { FailedGate } from "@/lib/rankings/gates";
import type { EditionMoves } from "@/lib/rankings/types";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { exclusionDetail } from "./exclusion-reason";

type Of<Type> = Extract<Cause, { type: Type }>;
type Context = Pick<EditionMoves, "criterionNames" | "methodVersions">;

/**
 * A cause of a move as a sentence.
 * @param alone whether it is the only one
 */
export function causeText(locale: Locale, cause: Cause, context: Context, alone: boolean): string {
  const t = getTranslator(locale, "rankings.causes");
  switch (cause.type) {
    case "answer":
      return answerText(locale, cause, context);
    case "license":
      return licenseText(locale, cause);
    case "kind": {
      const kinds = getTranslator(locale, "listings.kind");
      return t("kind", { from: kinds(cause.from), to: kinds(cause.to) });
    }
    case "exemption":
      return cause.to ? t("exemption.added", { reason: cause.to }) : t("exemption.removed");
    case "gate":
      return gateText(locale, cause);
    case "members":
      return t("members", { from: cause.from, to: cause.to });
    case "record":
      return t(`record.${cause.is}`);
    case "method":
      return t("method", { ...context.methodVersions });
    case "rate":
      return t("rate", { from: cause.from, to: cause.to });
    case "others":
      return t(alone ? "others.alone" : "others.also");
  }
}

function answerText(locale: Locale, { key, from, to, ruleChanged }: Of<"answer">, { criterionNames }: Context): string {
  const t = getTranslator(locale, "rankings.causes.answer");
  const facts = getTranslator(locale, "facts");
  const name = criterionNames.get(key)?.[locale] ?? key;
  // An answer that is gone has no source any more, so its former source is named.
  const source = sourceText(locale, to.source ? to : from);
  const sentence = t("text", { name, from: facts(from.value), to: facts(to.value), source });
  return ruleChanged ? `${sentence} ${t("ruleChanged")}` : sentence;
}

function licenseText(locale: Locale, { number, from, to }: Of<"license">): string {
  const t = getTranslator(locale, "rankings.causes.license");
  if (!to) return t("gone", { number });
  if (from?.current && to.current) return t("class", { number, from: from.class, to: to.class });
  if (to.current) return t(from ? "renewed" : "found", { number, date: formatDay(locale, to.asOf) });
  return to.expiresOn ? t("expired", { number, date: formatDay(locale, to.expiresOn) }) : t("ended", { number });
}

function gateText(locale: Locale, { from, to }: Of<"gate">): string {
  const t = getTranslator(locale, "rankings.causes.gate");
  const failed = to ?? from;
  return failed ? t(to ? "fails" : "passes", { reason: gateWords(locale, failed) }) : "";
}

/** "License ended (ended May 31, 2026)": why a place is not ranked, in few words. */
export function gateWords(locale: Locale, failed: FailedGate): string {
  const reasons = getTranslator(locale, "rankings.excluded.reasons");
  const detail = exclusionDetail(locale, { ...failed, closedReason: null });
  return [reasons(`${failed.reason}.title`), detail && `(${detail})`].filter(Boolean).join(" ");
}
