import type { ListingCard } from "@/lib/facts/card";
import type { ListingKind } from "@/lib/facts/kind";
import type { Fact, FactSheetView, FactValue } from "@/lib/facts/facts";
import type { DirectoryEdition } from "./left-out";
import type { ListingValues } from "./schema";

/** A state license matched to a place without doubt. Dates are YYYY-MM-DD. */
export interface LicenseView {
  number: string;
  facilityName: string;
  isLicensed: boolean;
  isCertified: boolean;
  offersDetox: boolean;
  /** RES or NON, as the state writes it. */
  settingCode: string;
  expiresOn: string | null;
  capacity: number | null;
  /** The day the state's list was retrieved. */
  asOf: string;
}

/** Who runs a place. */
export interface OperatorView {
  name: string;
  /** Its other listings that are public, by city. */
  others: ListingCard[];
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
  sheets: FactSheetView[];
  /** Codes no code book explains. */
  unrecognised: string[];
  licenses: LicenseView[];
}

/** What a URL /listings/… leads to. */
export type ListingLookup =
  | { state: "published"; listing: ListingDetail }
  | { state: "moved"; slug: string }
  | { state: "archived"; name: string }
  | { state: "unknown" };

type PublicationStatus = "draft" | "published" | "archived";

/** A line of the staff's table. */
export interface ListingRow {
  id: string;
  slug: string;
  status: PublicationStatus;
  name: string;
  unit: string | null;
  city: string;
  zip: string;
  kind: ListingKind;
  closedOn: Date | null;
  updatedAt: Date;
}

/** A state license matched to a listing, doubtful matches too, as staff see it. */
export interface MatchedLicense {
  number: string;
  facilityName: string;
  street: string;
  /** YYYY-MM-DD. */
  expiresOn: string | null;
  doubtful: boolean;
  note: string | null;
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
  /** Who runs it; null while nobody has said. */
  operator: { id: string; name: string } | null;
  /** The columns as the words of a form. */
  values: ListingValues;
  facts: Fact[];
  /** Our own checks, newest first, retracted ones too. */
  staffChecks: StaffCheck[];
  licenses: MatchedLicense[];
}
