// The objects of the Human Services Data Specification 3.0 that we fill, with its own field names. What we do not know
// is left out: HSDS has no null.

import type { Doubt } from "@/lib/facts/doubts";

/** With a file of its own in the archive. */
export const HSDS_TABLES = [
  "organization",
  "program",
  "service",
  "location",
  "service_at_location",
  "address",
  "phone",
  "language",
  "accessibility",
  "cost_option",
  "attribute",
  "taxonomy",
  "taxonomy_term",
] as const;
export type HsdsTable = (typeof HSDS_TABLES)[number];

export interface Organization {
  id: string;
  name: string;
  description: string;
}

export interface Program {
  id: string;
  organization_id?: string | undefined;
  name: string;
  description: string;
}

export interface Service {
  id: string;
  organization_id?: string | undefined;
  program_id?: string | undefined;
  name: string;
  alternate_name?: string | undefined;
  description: string;
  status: "active" | "inactive";
  fees_description?: string | undefined;
  accreditations?: string | undefined;
  eligibility_description?: string | undefined;
  licenses?: string | undefined;
  alert?: string | undefined;
  evidence?: RankEvidence | undefined;
}

export interface Location {
  id: string;
  location_type: "physical" | "postal";
  name: string;
  alternate_name?: string | undefined;
  description: string;
  latitude?: number | undefined;
  longitude?: number | undefined;
}

export interface ServiceAtLocation {
  id: string;
  service_id: string;
  location_id: string;
}

export interface HsdsAddress {
  id: string;
  location_id: string;
  address_1: string;
  address_2?: string | undefined;
  city: string;
  region?: string | undefined;
  state_province: string;
  postal_code: string;
  country: string;
  address_type: "physical" | "postal";
}

export interface Phone {
  id: string;
  service_id: string;
  number: string;
  extension?: number | undefined;
  description?: string | undefined;
}

export interface Language {
  id: string;
  service_id: string;
  name: string;
  code?: string | undefined;
}

export interface Accessibility {
  id: string;
  location_id: string;
  description: string;
}

export interface CostOption {
  id: string;
  service_id: string;
  option: string;
}

export interface Attribute {
  id: string;
  link_id: string;
  taxonomy_term_id: string;
  link_entity: "organization" | "service" | "location";
  value: string;
  evidence?: AnswerEvidence | undefined;
}

export interface Taxonomy {
  id: string;
  name: string;
  description: string;
  version: string;
}

export interface TaxonomyTerm {
  id: string;
  code: string;
  name: string;
  description: string;
  taxonomy: string;
  taxonomy_id: string;
}

/** The property `evidence` of an attribute: who answered, and when. */
export interface AnswerEvidence {
  source: "staff" | "dhcs" | "samhsa";
  date: string;
  date_precision: "day" | "year";
  doubt?: Doubt | undefined;
}

/** The property `evidence` of a service: what the newest edition of our ranking says of it, and where to check that. */
export type RankEvidence = {
  edition: number;
  method_version: number;
  judged_on: string;
  url: string;
} & (
  | {
      status: "ranked";
      position: number;
      rank: number;
      band: number;
      score: number;
      rounded: number;
      low: number;
      high: number;
      coverage: number;
    }
  | { status: "not_ranked"; reason: string; detail?: string | undefined }
);

/** Everything that HSDS says of one place: a row, or rows, of each table. */
export interface ListingRows {
  service: Service;
  location: Location;
  serviceAtLocation: ServiceAtLocation;
  addresses: HsdsAddress[];
  phones: Phone[];
  languages: Language[];
  accessibility: Accessibility[];
  costOptions: CostOption[];
}
