// How staff accept a correction: which parts of the listing its topic is about, and what the public log says of the change.

import { CALL_FACTS, type CallFact } from "@/lib/calls/call-facts";
import type { CorrectionChange, CorrectionTopic } from "@/lib/corrections/types";
import { factOf } from "@/lib/facts/facts";
import type { ListingField, ListingValues } from "@/lib/listings/schema";
import type { ListingState } from "@/lib/listings/types";

/** The fields of a listing that stand beside a report, in groups. */
export const PART_FIELDS = {
  contact: ["phone", "phoneExtension", "intakePhones"],
  place: ["name", "unit", "street", "street2", "city", "state", "zip", "county", "kind"],
  position: ["latitude", "longitude"],
  closed: ["closedOn", "closedReason"],
} as const satisfies Record<string, readonly ListingField[]>;

export type FieldPart = keyof typeof PART_FIELDS;
export type TypedField = (typeof PART_FIELDS)[FieldPart][number];

export const FIELD_PARTS = Object.keys(PART_FIELDS) as FieldPart[];
export const TYPED_FIELDS: readonly TypedField[] = FIELD_PARTS.flatMap((part) => [...PART_FIELDS[part]]);

/** How the fields begin that hold what the page said of a fact when it was opened. */
export const SEEN = "seen-";

interface About {
  parts: readonly FieldPart[];
  facts: readonly CallFact[];
}

const EVERYTHING: About = { parts: ["contact", "place", "closed"], facts: CALL_FACTS };

/** What a report of each topic is about: these parts stand open and first. */
const ABOUT = {
  closed: { parts: ["closed", "place"], facts: [] },
  contact: { parts: ["contact", "place"], facts: [] },
  medication: { parts: [], facts: ["MM", "BUM", "MOA", "DT"] },
  care: { parts: [], facts: ["DT", "RES", "OP", "SP", "PW", "CHLD"] },
  cost: { parts: [], facts: ["MD", "SS", "NP"] },
  license: EVERYTHING,
  other: EVERYTHING,
} as const satisfies Record<CorrectionTopic, About>;

export function aboutOf(topic: CorrectionTopic): About {
  return ABOUT[topic];
}

/** Whether somebody typed something else into the fields than the listing says. */
export function isEdited(values: ListingValues, typed: Partial<Record<string, string>>): boolean {
  return TYPED_FIELDS.some((field) => asTyped(typed[field] ?? values[field]) !== asTyped(values[field]));
}

/** The listing as it is to be: its fields here as they were typed, all others as they are. */
export function withTyped(values: ListingValues, typed: Partial<Record<string, string>>): ListingValues {
  const corrected = TYPED_FIELDS.flatMap((field) => (typed[field] === undefined ? [] : [[field, typed[field]]]));
  return { ...values, ...Object.fromEntries(corrected) } as ListingValues;
}

/** Browsers send line ends as CRLF. */
const asTyped = (text: string) => text.replace(/\r\n/g, "\n");

type State = Pick<ListingState, "values" | "facts">;

/**
 * What changed, as the public log shows it.
 * @param answered the attributes that were answered for the correction
 * @param hidesOld the old values belong to a private person
 */
export function changesBetween(
  before: State,
  after: State,
  answered: readonly string[],
  hidesOld: boolean,
): CorrectionChange[] {
  const differs = (field: TypedField) => before.values[field] !== after.values[field];
  const fields = TYPED_FIELDS.filter(differs).flatMap((field): CorrectionChange[] => {
    if (field === "longitude") return differs("latitude") ? [] : [MOVED];
    if (field === "latitude") return [MOVED];
    return [{ of: "field", name: field, was: hidesOld ? null : before.values[field], is: after.values[field] }];
  });
  const facts = [...new Set(answered)].flatMap((name): CorrectionChange[] => {
    const [was, is] = [factOf(before.facts, name).value, factOf(after.facts, name).value];
    return was === is ? [] : [{ of: "fact", name, was, is }];
  });
  return [...fields, ...facts];
}

const MOVED: CorrectionChange = { of: "field", name: "position", was: null, is: null };
