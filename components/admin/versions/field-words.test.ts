import { describe, expect, test } from "vitest";
import { LISTING_FIELDS } from "@/lib/listings/schema";
import { FOOTER_ROLES } from "@/lib/settings/disclosures";
import { LOCALES } from "@/lib/shared/i18n";
import { factField } from "@/lib/versions/logged-acts";
import type { VersionedNoun } from "@/lib/versions/types";
import { fieldLabel, valueWords } from "./field-words";

const NAMES = { "points.maintenance": "Upkeep", "criterion-open": "Open", "crisisNumbers.0": "988", crafted: "Ana" };
const rows = (group: string, fields: string[]) => fields.map((field) => `${group}.1.${field}`);
const FIELDS: Record<VersionedNoun, readonly string[]> = {
  listing: [...LISTING_FIELDS, "status", factField("BU", "2026-08-01")],
  post: [
    ..."title slug locale translates summary body publishedOn tags status".split(" "),
    ...rows("relatedQuestions", ["question", "answer"]),
    ...rows("credits", ["role", "name"]),
    ...rows("references", ["title", "publisher", "year", "url", "checkedOn"]),
  ],
  method: [
    "points.maintenance",
    ..."minimumKnownPercent priorPercentile changelog changelogEs".split(" "),
    ...["nameEn", "nameEs", "explanationEn", "evidence.0.title", "evidence.0.claimEs"].map(
      (own) => `criterion-open.${own}`,
    ),
  ],
  setting: [
    ..."email phone answersWithin legalName payersEn payersEs incomeEn askingEs".split(" "),
    ...FOOTER_ROLES,
    "crisisNumbers.0.number",
    "crisisNumbers.0.tty",
    "crafted.biographyEn",
    "crafted.email",
    "crafted.interestsEs",
  ],
};

describe.each(LOCALES)("in %s", (locale) => {
  test.each(Object.entries(FIELDS))("each field of a %s has words of its own", (noun, fields) => {
    const labels = fields.map((field) => fieldLabel(locale, { noun: noun as VersionedNoun, names: NAMES }, field));
    const bare = labels.filter((label, at) => label === fields[at] || /\{|[a-z][A-Z]|\.\d/.test(label));
    expect(bare).toEqual([]);
  });

  test("an answer, a status and a kind are said in words, and a text stands as it is", () => {
    const said = [valueWords(locale, factField("BU", "2026-08-01"), "yes"), valueWords(locale, "status", "draft")];
    expect([...said, valueWords(locale, "kind", "residential")].filter((words) => /^[a-z]/.test(words))).toEqual([]);
    expect(valueWords(locale, "body", "draft")).toBe("draft");
  });
});
