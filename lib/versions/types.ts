import type { Values } from "./history";

/** What has versions. */
export const VERSIONED_NOUNS = ["listing", "post", "method", "setting"] as const;
export type VersionedNoun = (typeof VERSIONED_NOUNS)[number];

/** A record with versions: a listing or a post by its id, a method by its version, a setting by its key. */
export interface VersionedSubject {
  noun: VersionedNoun;
  id: string;
}

/** What is written down with acts, besides the fields of a record. */
export const REMARKS = ["evidence", "reason", "note", "licenseNumber", "operator", "with", "checkedOn"] as const;
export type Remark = (typeof REMARKS)[number];

/** The words of one form of a record, as it would send them. */
export interface FormWords {
  path: string;
  form: string;
  fields: Record<string, string>;
}

/** A record as it is today, by the fields of the log, and how its forms take other values. */
export interface VersionedRecord extends VersionedSubject {
  /** By which the log knows it. */
  loggedId: string;
  title: string;
  /** The page on which staff edit it. */
  path: string;
  today: Values;
  /** Past values as the record may have them today. */
  fit: (values: Values) => Values;
  /** Whether a form takes the field; what none takes, such as a status, is put back elsewhere. */
  takes: (field: string) => boolean;
  /** What the forms hold for these values; those that would say what is saved are left out. */
  formsOf: (values: Values) => FormWords[];
  /** Names of what a field belongs to, by the part of its name that stands for it. */
  names: Record<string, string>;
  /** Why this member may not change it; null when they may. */
  refusal: "interested" | null;
}

/** A field on both sides of a change; null where it was not there. */
export interface FieldChange {
  field: string;
  before: string | null;
  after: string | null;
}

/** What one recorded act did to a record. */
export interface VersionRow {
  /** Of the event; `FIRST_VERSION` for the record as it was before all of them. */
  id: string;
  /** Null for that one, as all about the act is. */
  act: { at: Date; action: string; member: string | null; actorName: string | null } | null;
  changes: FieldChange[];
  /** What was written down with the act and is no value of the record, such as a reason. */
  remarks: Partial<Record<Remark, string>>;
  /** Fields that something outside of the log had changed since the version before. */
  unlogged: string[];
  isToday: boolean;
}

/** One version in whole. */
export interface WholeVersion extends VersionRow {
  values: Values;
  untold: readonly string[];
  /** What is otherwise today: from today's value to the version's. */
  toToday: FieldChange[];
  /** Of these, the fields that no form takes. */
  elsewhere: string[];
  /** In how many forms of the record it would be otherwise. */
  formCount: number;
  /** Words of the member wait in a form of the record: to put the version there would replace them. */
  waitsSince: Date | null;
}

export const FIRST_VERSION = "first";
