import type { FactValue } from "@/lib/facts/facts";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** Shape and color: app/globals.css. */
const MARK: Record<FactValue, string> = { yes: "mark-yes", no: "mark-no", unknown: "mark-unknown" };

interface FactMarkProps {
  locale: Locale;
  value: FactValue;
  /** In place of the value's own word. */
  words?: string | undefined;
  /** In the weight of the text around it: what is bold there was asked for. */
  isPlain?: boolean;
}

/** An answer as a shape and a word, so that nobody needs the color. */
export function FactMark({ locale, value, words, isPlain }: FactMarkProps) {
  const t = getTranslator(locale, "facts");
  const look = [MARK[value], !isPlain && "font-semibold", !words && "inline-block"].filter(Boolean);
  return <span className={look.join(" ")}>{words ?? t(value)}</span>;
}
