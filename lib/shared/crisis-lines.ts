/** Help lines shown on every public page, in this order; labels are `site.crisis.<key>` in messages/. */
export const CRISIS_KEYS = ["emergency", "lifeline", "samhsa", "county", "sash", "alone"] as const;

/** Of those that have a note: its name in `site.crisis`. */
export const CRISIS_NOTES = {
  lifeline: "lifelineNote",
  samhsa: "samhsaNote",
  county: "countyNote",
  alone: "aloneNote",
} as const;

/** A help line: `key` names its words. */
export interface CrisisLine {
  key: (typeof CRISIS_KEYS)[number];
  /** As people write it: "988", "1-800-662-4357". */
  number: string;
  /** A teletypewriter number, where there is one. */
  tty?: string | undefined;
}

/** Where a tap on its number leads. */
export function telUrl({ number }: Pick<CrisisLine, "number">): string {
  return `tel:${number.replaceAll("-", "")}`;
}

export interface CrisisLines {
  numbers: CrisisLine[];
  /** YYYY-MM-DD: when they were taken from their publishers or last checked by staff. */
  checkedOn: string;
}

/**
 * The lines on the day they were taken from their publishers. The seed writes them into the settings, where staff keep
 * them. Only a page about a failure shows them from here, when it knows no later ones.
 */
export const FIRST_CRISIS_LINES: CrisisLines = {
  numbers: [
    { key: "emergency", number: "911" },
    { key: "lifeline", number: "988" },
    { key: "samhsa", number: "1-800-662-4357", tty: "1-800-487-4889" },
    { key: "county", number: "1-800-854-7771" },
    { key: "sash", number: "1-844-804-7500" },
    { key: "alone", number: "1-800-972-0590" },
  ],
  checkedOn: "2026-11-21",
};
