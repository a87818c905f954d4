import type { FactValue } from "@/lib/facts/facts";
import type { NamedListing } from "@/lib/facts/listing-title";
import type { FormState } from "@/lib/shared/form-state";
import type { Locale } from "@/lib/shared/i18n";
import type { CORRECTION_GROUNDS, CORRECTION_TOPICS, CorrectionField, CorrectionValues } from "./correction-fields";
import type { MailStatus } from "@/lib/mails/types";
import type { CORRECTED_FIELDS } from "./corrected-fields";
import type { CORRECTION_STATUSES, CorrectionError } from "./schema";

export type CorrectionStatus = (typeof CORRECTION_STATUSES)[number];
export type CorrectionTopic = (typeof CORRECTION_TOPICS)[number];
export type CorrectionGrounds = (typeof CORRECTION_GROUNDS)[number];

export type CorrectionFormState = FormState<CorrectionField, CorrectionError, CorrectionValues>;

export type CorrectedField = (typeof CORRECTED_FIELDS)[number];

/**
 * What accepting a correction changed on its listing. A field's value is as its form writes it, a fact's an answer; null
 * is not shown: it tells where a confidential site is, or belongs to a private person.
 */
export type CorrectionChange =
  | { of: "field"; name: CorrectedField; was: string | null; is: string | null }
  | { of: "fact"; name: string; was: FactValue; is: FactValue };

/** An accepted correction as everybody may read it: nothing about the reporter. */
export interface LoggedCorrection {
  reference: string;
  topic: CorrectionTopic;
  receivedAt: Date;
  decidedAt: Date;
  /** Empty where nothing had to change; null for those accepted before changes were kept. */
  changes: CorrectionChange[] | null;
  publicNote: string | null;
  publicNoteLocale: Locale | null;
  /** `slug` is null for a place that was taken down since. */
  listing: Omit<NamedListing, "slug"> & { slug: string | null };
}

export interface CorrectionLog {
  corrections: LoggedCorrection[];
  total: number;
  /** 1-based. */
  page: number;
  pageCount: number;
}

/** One line of the staff's list, without what the reporter wrote. */
export interface CorrectionRow {
  id: string;
  reference: string;
  status: CorrectionStatus;
  topic: CorrectionTopic;
  grounds: CorrectionGrounds;
  locale: Locale;
  createdAt: Date;
  listing: NamedListing & { id: string };
}

export interface CorrectionPage {
  rows: CorrectionRow[];
  total: number;
  /** 1-based. */
  page: number;
  pageCount: number;
}

/** A correction as opened by staff; opening it is written to the audit. */
export interface CorrectionDetail extends CorrectionRow {
  version: number;
  /** When what the reporter wrote was erased; those fields are null then. */
  erasedAt: Date | null;
  wrong: string | null;
  right: string | null;
  evidence: string | null;
  /** Null when none was given, and once it was erased. */
  email: string | null;
  /** Whether something of it cannot be opened, because its key is lost; it is null too. */
  isUnreadable: boolean;
  decidedAt: Date | null;
  publicNote: string | null;
  publicNoteLocale: Locale | null;
  declineReason: string | null;
  changes: CorrectionChange[] | null;
  /** What became of the mail that tells the reporter; null when none is due. */
  answer: MailStatus | null;
}

/** A report that waits, as the page of its listing names it. */
export interface OpenReport {
  id: string;
  reference: string;
  topic: CorrectionTopic;
  createdAt: Date;
}
