import { leavesOutNoAdult, type WhoNote } from "@/lib/facts/who-can-go";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** Whom a place takes and leaves out, or that nobody knows. */
export function WhoLine({ locale, who }: { locale: Locale; who: readonly WhoNote[] }) {
  return (
    <p className="text-sm">
      <WhoWords locale={locale} who={who} />
    </p>
  );
}

/** The same among other facts. */
export function WhoWords({ locale, who }: { locale: Locale; who: readonly WhoNote[] }) {
  return (
    <>
      <span className="text-muted">{getTranslator(locale, "facts.who")("label")}:</span>{" "}
      <strong>{whoText(locale, who)}</strong>
    </>
  );
}

/** "women only, says the state’s list · veterans: Veterans Affairs (VA) runs it", or that no adult is left out. */
export function whoText(locale: Locale, who: readonly WhoNote[]): string {
  const t = getTranslator(locale, "facts.who");
  const said = who.map((note) => t(note));
  return (leavesOutNoAdult(who) ? [t("everyone"), ...said] : said).join(" · ");
}
