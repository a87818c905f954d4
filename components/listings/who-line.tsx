import type { WhoNote } from "@/lib/facts/who-can-go";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** Whom a place leaves out, or that nobody knows; nothing for one that takes women, men and adults. */
export function WhoLine({ locale, who }: { locale: Locale; who: readonly WhoNote[] }) {
  if (who.length === 0) return null;
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

/** "women only, says the state’s list · veterans: Veterans Affairs (VA) runs it", or that nobody is left out. */
export function whoText(locale: Locale, who: readonly WhoNote[]): string {
  const t = getTranslator(locale, "facts.who");
  if (who.length === 0) return t("everyone");
  return who.map((note) => t(note)).join(" · ");
}
