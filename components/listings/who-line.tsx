import type { ReactNode } from "react";
import { inBrief, leavesOutNoAdult, type WhoNote } from "@/lib/facts/who-can-go";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** Whom a place takes and leaves out, or that nobody knows. */
export function WhoLine({ locale, who }: { locale: Locale; who: readonly WhoNote[] }) {
  return (
    <p className="text-sm">
      <Labeled locale={locale} text={whoText(locale, who)} />
    </p>
  );
}

/** On a card: only what is not so of most places; nothing where that is nothing. */
export function briefWho(locale: Locale, who: readonly WhoNote[]): ReactNode {
  const t = getTranslator(locale, "facts.who");
  const said = inBrief(who).map((note) => t(note));
  return said.length > 0 && <Labeled locale={locale} text={said.join(" · ")} />;
}

function Labeled({ locale, text }: { locale: Locale; text: string }) {
  return (
    <>
      <span className="text-muted">{getTranslator(locale, "facts.who")("label")}:</span> <strong>{text}</strong>
    </>
  );
}

/** "women only, says the state’s list · veterans: Veterans Affairs (VA) runs it", or that no adult is left out. */
export function whoText(locale: Locale, who: readonly WhoNote[]): string {
  const t = getTranslator(locale, "facts.who");
  const said = who.map((note) => t(note));
  return (leavesOutNoAdult(who) ? [t("everyone"), ...said] : said).join(" · ");
}
