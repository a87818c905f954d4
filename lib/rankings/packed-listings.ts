// The ranked places as the page of own weights carries them to the browser: a line of text each, because readers may
// have a slow connection. What can be told from other parts of the line is not written out.

import { slugify } from "@/lib/shared/slug";
import type { Scale } from "./own-weights";
import type { CriterionResult } from "./schema";

/** What is packed of a program. */
export interface PackableListing {
  /** "" for one that is no longer published and still counts among the peers; then it has no words either. */
  slug: string;
  name: string;
  unit: string | null;
  /** What tells it from others of the same name and unit; its city stands last, after a comma. */
  where: string;
  /** What stands below that. */
  line: string;
  /** YYYY-MM-DD. */
  newestCheck: string | null;
  /** In the method's order. */
  answers: readonly CriterionResult["value"][];
  editorialRank: number;
  /** It has closed since the edition. */
  isClosed: boolean;
}

export interface PackedListings {
  /** Texts that many places share; places name them by their index. */
  texts: string[];
  /** In the given order, the fields between bars. */
  places: string[];
}

const VALUES = ["unknown", "no", "yes"] as const satisfies CriterionResult["value"][];
/** Three answers make a digit: 27 of the 36 that there are. */
const DIGIT = 3;
/** In place of what name, unit and city of a place say already. */
const OWN_WORDS = "*";

export function packListings(places: readonly PackableListing[]): PackedListings {
  const texts = [...new Set(places.flatMap(({ name, line, newestCheck }) => [name, line, newestCheck ?? ""]))];
  return {
    texts,
    places: places.map((place) =>
      [
        packSlug(place),
        texts.indexOf(place.name),
        place.unit ?? "",
        place.where,
        texts.indexOf(place.line),
        texts.indexOf(place.newestCheck ?? ""),
        packAnswers(place.answers),
        place.editorialRank,
        place.isClosed ? "closed" : "",
      ]
        .map((field) => String(field).replaceAll(/[%|]/g, encodeURIComponent))
        .join("|")
        .replace(/\|$/, ""),
    ),
  };
}

/** @param groups of the method by which the answers stand in order */
export function unpackListings({ groups }: Pick<Scale, "groups">, packed: PackedListings): PackableListing[] {
  const criteria = groups.flatMap(({ points }) => points).length;
  return packed.places.map((place) => {
    const fields = place.split("|").map(decodeURIComponent);
    const [slug = "", nameAt, unit = "", where = "", line, check, answers = "", rank, closed] = fields;
    const name = packed.texts[Number(nameAt)] ?? "";
    return {
      slug: slug.replace(OWN_WORDS, ownWords({ name, unit, where })),
      name,
      unit: unit || null,
      where,
      line: packed.texts[Number(line)] ?? "",
      newestCheck: packed.texts[Number(check)] || null,
      answers: unpackAnswers(answers).slice(0, criteria),
      editorialRank: Number(rank),
      isClosed: closed === "closed",
    };
  });
}

function packSlug(place: PackableListing): string {
  const own = ownWords(place);
  return own !== "" && place.slug.startsWith(own) ? OWN_WORDS + place.slug.slice(own.length) : place.slug;
}

/** How most slugs begin. */
function ownWords({ name, unit, where }: Pick<PackableListing, "name" | "unit" | "where">): string {
  return slugify([name, unit, where.split(", ").at(-1)].filter(Boolean).join(" "));
}

function packAnswers(answers: PackableListing["answers"]): string {
  return answers
    .map((answer) => VALUES.indexOf(answer))
    .join("")
    .replaceAll(new RegExp(`.{1,${DIGIT}}`, "g"), (part) => Number.parseInt(part.padEnd(DIGIT, "0"), 3).toString(36));
}

function unpackAnswers(digits: string): CriterionResult["value"][] {
  return Array.from(digits).flatMap((digit) => {
    const parts = Number.parseInt(digit, 36).toString(3).padStart(DIGIT, "0");
    return Array.from(parts, (part) => VALUES[Number(part)] ?? "unknown");
  });
}
