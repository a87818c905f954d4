import type { NamedListing } from "@/lib/facts/listing-title";
import type { ConsentView, SharedField } from "@/lib/consents/types";
import type { MailState } from "@/lib/mails/types";
import type { FormState } from "@/lib/shared/form-state";
import type { Locale } from "@/lib/shared/i18n";
import type { Answering } from "./answering";
import type { InquiryField, InquiryValues } from "./inquiry-fields";
import type { InquiryError, InquiryInput } from "./schema";

/** All a person sends: their words, and how far we may go with them. */
export interface InquiryContent {
  input: InquiryInput;
  /** Left out: no message may be left, and the person prefers no way or time. */
  answering?: Answering;
  /** Ids of the listings that may be contacted, and no others. Empty or left out: any listed place that fits. */
  places?: readonly string[];
  /** What a place may be told; left out: what the person looks for. */
  mayShare?: readonly SharedField[];
}

export type InquiryFormState = FormState<InquiryField, InquiryError, InquiryValues, InquiryShown>;

/** What stands in the form that the page may by now show otherwise. */
export interface InquiryShown {
  /** The sentence that permission is given with. */
  consentText: string;
  /** Of the places that were sent, those that have closed since the form was shown. */
  closed: NamedListing[];
}

export const INQUIRY_STATUSES = ["new", "in_progress", "waiting", "done", "spam"] as const;
export type InquiryStatus = (typeof INQUIRY_STATUSES)[number];

/** Of a mail to the team or the person: only a mail to a place is ever cancelled. */
export type InquiryMailState = Exclude<MailState, "cancelled">;

/**
 * What of our mail the sender may be told. `usual`: it goes out, unless that mailbox had enough today, or we suspect a
 * program; which of them would say whether somebody else wrote with that email, so nobody is told.
 */
export type ConfirmationShown = "usual" | "failed" | "bounced";

/** An inquiry that is kept. */
export interface SentReference {
  reference: string;
  /** Whether it came from the very form that was sent now. Else only the words are the same, which anybody can type. */
  isOwn: boolean;
}

/** What the thank-you page says to the browser that has just sent the inquiry: nothing about the person. */
export interface KeptInquiry {
  reference: string;
  /** Null when no email was given. */
  confirmation: ConfirmationShown | null;
}

/** One line of the staff's list, without personal data. */
export interface InquiryRow {
  id: string;
  reference: string;
  status: InquiryStatus;
  suspectedSpam: boolean;
  locale: Locale;
  createdAt: Date;
  /** When the next step is due; null when nothing is. */
  dueAt: Date | null;
  assignee: { id: string; name: string } | null;
  hasEmail: boolean;
  hasPhone: boolean;
  /** The team's mail; null when none was written. */
  teamNotice: InquiryMailState | null;
  acknowledgement: InquiryMailState | null;
}

export interface InquiryPage {
  rows: InquiryRow[];
  total: number;
  /** 1-based. */
  page: number;
  pageCount: number;
}

/** An inquiry as opened by staff; opening it is written to the audit. Everything personal is null once erased. */
export interface InquiryDetail extends InquiryRow {
  version: number;
  name: string | null;
  email: string | null;
  phone: string | null;
  message: string | null;
  /** Whether something of it cannot be opened, because its key is lost; it is null too. */
  isUnreadable: boolean;
  erasedAt: Date | null;
  firstAnsweredAt: Date | null;
  answering: Answering;
  /** The newest first. */
  consents: ConsentView[];
}
