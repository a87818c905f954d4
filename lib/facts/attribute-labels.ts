// The words for the federal directory's codes: messages/ attributes. A code without words is shown as a code.

import { messagesOf, type Locale, type Messages } from "@/lib/shared/i18n";

/** The groups of a place's facts, in the order in which people ask. Each has categories of the code book. */
export const FACT_TOPICS = [
  { key: "medication", categories: ["OM", "OT", "PHR", "OMSC"] },
  { key: "care", categories: ["TC", "SET", "DETOX", "HOSP"] },
  { key: "paying", categories: ["PAY", "PYAS"] },
  { key: "languages", categories: ["SL", "OL"] },
  { key: "people", categories: ["AGE", "GN", "SG", "EXCL"] },
  { key: "therapy", categories: ["TAP", "ECS"] },
  { key: "health", categories: ["ASPT", "SCR", "MSRV"] },
  { key: "support", categories: ["TRSRV", "RSS", "AS"] },
  { key: "authority", categories: ["LCA", "FOP"] },
  { key: "other", categories: ["AUT", "SMAT", "OTHR"] },
  { key: "smoking", categories: ["SMP", "FVP"] },
] as const satisfies readonly { key: keyof Messages["attributes"]["topics"]; categories: readonly string[] }[];

export type FactTopic = (typeof FACT_TOPICS)[number]["key"];

/** A code in plain words: "BUM" → "Long-term buprenorphine". */
export function attributeLabel(locale: Locale, code: string): string {
  const labels: Record<string, string | undefined> = messagesOf(locale).attributes.codes;
  return labels[code] ?? code;
}

export function categoryLabel(locale: Locale, category: string): string {
  const labels: Record<string, string | undefined> = messagesOf(locale).attributes.categories;
  return labels[category] ?? category;
}

export function topicLabel(locale: Locale, topic: FactTopic): string {
  return messagesOf(locale).attributes.topics[topic];
}
