import { LISTING_FIELDS } from "@/lib/listings/schema";
import type { LoggedChange, Values } from "./history";
import { REMARKS, type Remark, type VersionedNoun } from "./types";

/** An event of the audit, as it was recorded. */
export interface RecordedEvent {
  action: string;
  before: unknown;
  after: unknown;
}

/** An event as a change of a record's fields. */
export interface LoggedAct extends LoggedChange {
  /** What was written down besides. */
  remarks: Partial<Record<Remark, string>>;
  /** There was no record before. */
  makes: boolean;
}

/** How a recorded value of a setting reads in its form. */
export type TextsOf = (recorded: Record<string, unknown>) => Values;

const LISTED = new Set<string>([...LISTING_FIELDS, "status"]);
const OF_METHOD = new Set(["version", "copyOf", "note"]);

/** Events of one record as changes of its fields, newest first as they came. */
export function actsOf(noun: VersionedNoun, events: readonly RecordedEvent[], textsOf: TextsOf): LoggedAct[] {
  const acts = events.map((event): LoggedAct => {
    const [was, is] = [fieldsOf(event.before), fieldsOf(event.after)];
    if (noun === "setting") {
      const before = event.before === null ? {} : textsOf(was);
      const remarks = { checkedOn: textOf(is.checkedOn) };
      return { before, after: textsOf(is), remarks, makes: event.before === null };
    }
    if (noun === "listing" && isAboutFact(event.action)) return factAct(event.action, was, is);
    const isField = (field: string): boolean => {
      return noun === "listing" ? LISTED.has(field) : noun === "post" || !OF_METHOD.has(field);
    };
    const [before, after] = [textsIn(was, isField), textsIn(is, isField)];
    return { before, after, remarks: remarksIn(is, isField), makes: MAKING.has(event.action) };
  });
  return noun === "listing" ? withoutIdleRetractions(acts) : noun === "setting" ? acts.map(onlyDiffering) : acts;
}

const MAKING = new Set(["post.created", "listing.entered", "ranking_method.drafted"]);

/** The field of what staff found out of an attribute on a day. */
export function factField(attribute: string, asOf: string): string {
  return `fact.${asOf}.${attribute}`;
}

export function partsOfFactField(field: string): { attribute: string; asOf: string } | null {
  const [kind, asOf = "", attribute = ""] = field.split(".");
  return kind === "fact" ? { attribute, asOf } : null;
}

function isAboutFact(action: string): boolean {
  return action === "listing.fact_checked" || action === "listing.check_retracted";
}

/** A retraction names the attribute and the day of what was there; a check names its own. */
function factAct(action: string, was: Record<string, unknown>, is: Record<string, unknown>): LoggedAct {
  const named = action === "listing.fact_checked" ? is : was;
  const field = factField(textOf(named.attribute), textOf(named.asOf));
  const side = ({ value }: Record<string, unknown>): Values => (value ? { [field]: textOf(value) } : {});
  return { before: side(was), after: side(is), remarks: remarksIn(is, () => false), makes: false };
}

/**
 * To retract a check that a later one of its day had replaced changes no answer, but is recorded with the answer of that
 * check.
 * @param acts newest first
 */
function withoutIdleRetractions(acts: LoggedAct[]): LoggedAct[] {
  const now = new Map<string, string | undefined>();
  const oldestFirst = acts.toReversed().map((act) => {
    const field = [...Object.keys(act.before), ...Object.keys(act.after)].find((each) => each.startsWith("fact."));
    if (!field) return act;
    const isIdle = now.has(field) && now.get(field) === act.after[field] && act.before[field] !== act.after[field];
    now.set(field, act.after[field]);
    return isIdle ? { ...act, before: {}, after: {} } : act;
  });
  return oldestFirst.toReversed();
}

/** A setting is recorded in whole. */
function onlyDiffering({ before, after, ...rest }: LoggedAct): LoggedAct {
  const only = (one: Values, other: Values) =>
    Object.fromEntries(Object.entries(one).filter(([field, text]) => other[field] !== text));
  return { ...rest, before: only(before, after), after: only(after, before) };
}

function textsIn(recorded: Record<string, unknown>, isField: (field: string) => boolean): Values {
  const fields = Object.entries(recorded).filter(([field]) => isField(field));
  return Object.fromEntries(fields.map(([field, value]) => [field, textOf(value)]));
}

function remarksIn(recorded: Record<string, unknown>, isField: (field: string) => boolean): LoggedAct["remarks"] {
  const said = REMARKS.filter((name) => !isField(name) && textOf(recorded[name]) !== "");
  return Object.fromEntries(said.map((name) => [name, textOf(recorded[name])]));
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : JSON.stringify(value);
}
