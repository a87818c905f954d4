import type { MatchAgreement, MatchBasis, MatchCertainty } from "@/prisma/generated/enums";
import type { AdmissionAnswer } from "@/lib/admissions/questions";
import type { AdmissionFact } from "@/lib/admissions/types";
import type { AuditAction } from "@/lib/audit/types";
import type { ListingCard } from "@/lib/facts/card";
import type { Fact, FactSheetView, FactValue } from "@/lib/facts/facts";
import type { ExplainedLicense } from "@/lib/matches/types";
import type { DirectoryEdition } from "./left-out";
import type { ListingValues } from "./schema";

/** A state license of a place. Dates are YYYY-MM-DD. */
export interface LicenseView {
  /** By what it was found, and what says that the place's operator holds it: lib/matches/match. */
  basis: Exclude<MatchBasis, NearbyLicense["basis"]>;
  agreement: MatchAgreement[];
  isCertain: boolean;
  number: string;
  facilityName: string;
  /** Null when it is the facility's name, written the same or a little differently. */
  legalEntity: string | null;
  /** Null where it would tell the street of a confidential site. */
  street: string | null;
  city: string;
  isLicensed: boolean;
  isCertified: boolean;
  offersDetox: boolean;
  /** The class, as the state writes it: lib/facts/license-class. */
  settingCode: string;
  expiresOn: string | null;
  capacity: number | null;
  /** Who may come, as the state writes it. */
  targetPopulation: string | null;
  /** Whether medicine may be given on site; null when the list does not say. */
  medicalServices: boolean | null;
  /** E.164. */
  phone: string | null;
  /** The day the state's list was retrieved. */
  asOf: string;
}

/** Who runs a place. */
export interface OperatorView {
  name: string;
  /** Its other listings that are public, by city. */
  others: ListingCard[];
}

/** A license that is not the place's own. */
export interface NearbyLicense {
  number: string;
  facilityName: string;
  /** YYYY-MM-DD; null when the state gives no last day. */
  expiresOn: string | null;
  /** It stands at the place's address under another name, or for another address with the place's phone number. */
  basis: "other_name" | "other_address";
  /** A name says that the place's operator holds it, not the phone number alone. */
  isOperators: boolean;
  /** Null where it would tell the street of a confidential site. */
  street: string | null;
  city: string;
}

/** Everything that the page of a place shows, except its rank. Dates are YYYY-MM-DD. */
export interface ListingDetail extends ListingCard {
  id: string;
  intakePhones: string[];
  closedOn: string | null;
  closedReason: string | null;
  exemptionReason: string | null;
  exemptionUrl: string | null;
  /** Staff have set some of the columns above by hand. */
  correctedByStaff: boolean;
  operator: OperatorView | null;
  /** The newest edition of the directory, when it no longer names the place. */
  leftOutOf: DirectoryEdition | null;
  /** What it told our staff of getting in. */
  admissions: AdmissionFact[];
  sheets: FactSheetView[];
  /** Codes no code book explains. */
  unrecognised: string[];
  /** The day of the state's newest list that covers the place; null when none was imported. */
  stateListAsOf: string | null;
  licenses: LicenseView[];
  /** For a place that has none of its own. */
  nearbyLicenses: NearbyLicense[];
}

/** What a URL /listings/… leads to. */
export type ListingLookup =
  | { state: "published"; listing: ListingDetail }
  | { state: "moved"; slug: string }
  | { state: "archived"; name: string }
  | { state: "unknown" };

export type PublicationStatus = "draft" | "published" | "archived";

/** A state license found for a listing, also what earns nothing, as staff see it. */
export interface MatchedLicense {
  basis: MatchBasis;
  agreement: MatchAgreement[];
  /** Null for what earns nothing. */
  certainty: MatchCertainty | null;
  number: string;
  facilityName: string;
  street: string;
  /** YYYY-MM-DD. */
  expiresOn: string | null;
}

/** A check that one of us made. */
export interface StaffCheck {
  id: string;
  attribute: string;
  value: FactValue;
  evidence: string;
  /** YYYY-MM-DD. */
  asOf: string;
  /** Null while it counts. */
  retractedAt: Date | null;
  retractedReason: string | null;
}

/** What a place told one of us about getting in. */
export interface StaffAdmission extends Pick<
  StaffCheck,
  "id" | "evidence" | "asOf" | "retractedAt" | "retractedReason"
> {
  /** Null for an answer that no longer exists. */
  said: AdmissionAnswer | null;
}

/** What a listing says at one moment of a change. */
export interface ListingState {
  version: number;
  values: ListingValues;
  /** By attribute. */
  facts: ReadonlyMap<string, Fact>;
}

/** What staff may change about a place, and what they see beside it. */
export interface ListingForEditor {
  id: string;
  /** The version on screen; a save based on an older one is refused. */
  version: number;
  status: PublicationStatus;
  slug: string;
  name: string;
  /** Columns that imports do not overwrite. */
  staffFields: string[];
  formerSlugs: string[];
  /** How staff know of a place that they entered by hand, and when they saw it; null for all others. */
  evidence: string | null;
  evidenceSeenOn: Date | null;
  /** Who runs it; null while nobody has said. */
  operator: { id: string; name: string } | null;
  /** The columns as the words of a form. */
  values: ListingValues;
  facts: Fact[];
  /** Our own checks, newest first, retracted ones too. */
  staffChecks: StaffCheck[];
  /** What it told of getting in, the newest first. */
  admissions: StaffAdmission[];
  licenses: MatchedLicense[];
  /** Current licenses that share something with a place that has none. */
  sharedLicenses: ExplainedLicense[];
}

/** What an editor may do with a listing, the status that it brings, and how it is written down. */
export const LISTING_STEPS = {
  publish: { status: "published", action: "listing.published" },
  draft: { status: "draft", action: "listing.returned_to_draft" },
  archive: { status: "archived", action: "listing.archived" },
} as const satisfies Record<string, { status: string; action: AuditAction }>;
