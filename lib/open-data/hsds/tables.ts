// The tables of the archive: a Tabular Data Package, the form in which HSDS is exchanged as a whole.

import { stringify } from "csv-stringify/sync";
import { locationAttributes, organizationAttributes, serviceAttributes } from "./attributes";
import type { HsdsDataset } from "./dataset";
import type { HsdsTable } from "./types";

type FieldType = "string" | "number" | "object";

export interface ArchiveTable {
  path: string;
  /** In HSDS's order: those that we fill. */
  fields: Record<string, FieldType>;
  rows: (dataset: HsdsDataset) => Iterable<object>;
}

const strings = (names: string) => Object.fromEntries(names.split(" ").map((name) => [name, "string"] as const));

/** By the names that HSDS has for them, with its file names. */
export const ARCHIVE_TABLES: Record<HsdsTable, ArchiveTable> = {
  organization: {
    path: "organizations.csv",
    fields: strings("id name description"),
    rows: ({ organizations }) => organizations.map(({ organization }) => organization),
  },
  program: {
    path: "programs.csv",
    fields: strings("id organization_id name description"),
    rows: ({ programs }) => programs,
  },
  service: {
    path: "services.csv",
    fields: {
      ...strings("id organization_id program_id name alternate_name description status fees_description"),
      ...strings("accreditations eligibility_description licenses alert"),
      evidence: "object",
    },
    rows: ({ listings }) => listings.map(({ rows }) => rows.service),
  },
  location: {
    path: "locations.csv",
    fields: {
      ...strings("id location_type name alternate_name description"),
      latitude: "number",
      longitude: "number",
    },
    rows: ({ listings }) => listings.map(({ rows }) => rows.location),
  },
  service_at_location: {
    path: "service_at_location.csv",
    fields: strings("id service_id location_id"),
    rows: ({ listings }) => listings.map(({ rows }) => rows.serviceAtLocation),
  },
  address: {
    path: "addresses.csv",
    fields: strings("id location_id address_1 address_2 city region state_province postal_code country address_type"),
    rows: ({ listings }) => listings.flatMap(({ rows }) => rows.addresses),
  },
  phone: {
    path: "phones.csv",
    fields: { ...strings("id service_id number"), extension: "number", description: "string" },
    rows: ({ listings }) => listings.flatMap(({ rows }) => rows.phones),
  },
  language: {
    path: "languages.csv",
    fields: strings("id service_id name code"),
    rows: ({ listings }) => listings.flatMap(({ rows }) => rows.languages),
  },
  accessibility: {
    path: "accessibility.csv",
    fields: strings("id location_id description"),
    rows: ({ listings }) => listings.flatMap(({ rows }) => rows.accessibility),
  },
  cost_option: {
    path: "cost_options.csv",
    fields: strings("id service_id option"),
    rows: ({ listings }) => listings.flatMap(({ rows }) => rows.costOptions),
  },
  attribute: {
    path: "attributes.csv",
    fields: { ...strings("id link_id taxonomy_term_id link_entity value"), evidence: "object" },
    rows: attributesOf,
  },
  taxonomy: {
    path: "taxonomies.csv",
    fields: strings("id name description version"),
    rows: ({ taxonomies }) => taxonomies,
  },
  taxonomy_term: {
    path: "taxonomy_terms.csv",
    fields: strings("id code name description taxonomy taxonomy_id"),
    rows: ({ terms }) => terms,
  },
};

/** One table, a part at a time: the attributes are as long as all other tables twenty times over. */
export function* tableCsv({ fields, rows }: ArchiveTable, dataset: HsdsDataset): Generator<string> {
  const columns = Object.keys(fields);
  yield stringify([columns]);
  let part: object[] = [];
  for (const row of rows(dataset)) {
    part.push(row);
    if (part.length === PART) yield stringify(part, { columns });
    if (part.length === PART) part = [];
  }
  yield stringify(part, { columns });
}

const PART = 2000;

function* attributesOf(dataset: HsdsDataset): Generator<object> {
  for (const { listings } of dataset.organizations) {
    const operator = listings[0]?.operator;
    if (operator) yield* organizationAttributes(operator);
  }
  for (const { listing } of dataset.listings) {
    yield* serviceAttributes(listing, dataset);
    yield* locationAttributes(listing);
  }
}
