import type { FactValue } from "@/lib/facts/facts";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

const SHAPE: Record<FactValue, { path: string; tone: string }> = {
  yes: { path: "M3 8.5l3.2 3.5L13 4.5", tone: "text-success" },
  no: { path: "M4 4l8 8M12 4l-8 8", tone: "text-ink" },
  unknown: { path: "M3 8h2M7 8h2M11 8h2", tone: "text-muted" },
};

interface FactMarkProps {
  locale: Locale;
  value: FactValue;
  /** In place of the value's own word. */
  words?: string | undefined;
}

/** An answer as a shape and a word, so that nobody needs the color. */
export function FactMark({ locale, value, words }: FactMarkProps) {
  const t = getTranslator(locale, "facts");
  const { path, tone } = SHAPE[value];
  return (
    <span className={`font-semibold ${words ? "" : "whitespace-nowrap"} ${tone}`}>
      {/* How it is drawn stands in globals.css: the page of a place has a hundred of these. */}
      <svg viewBox="0 0 16 16" aria-hidden="true" className="fact-mark">
        <path d={path} />
      </svg>
      {words ?? t(value)}
    </span>
  );
}
