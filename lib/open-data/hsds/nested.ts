// One record with everything that belongs to it, as HSDS nests it.

import type { OpenListing } from "../types";
import { locationAttributes, organizationAttributes, serviceAttributes } from "./attributes";
import type { HsdsDataset, OpenOrganization } from "./dataset";
import type { Attribute, Location, Organization, Program, Service, ServiceAtLocation } from "./types";

type Entry = HsdsDataset["listings"][number];

/** What a list shows of a service: no arrays. */
export function listedService(dataset: HsdsDataset, { listing, rows, program }: Entry): Service & Listed {
  return { ...rows.service, ...organizationOf(dataset, listing), ...(program && { program }) };
}

export function nestedService(dataset: HsdsDataset, entry: Entry) {
  const { phones, languages, costOptions } = entry.rows;
  return {
    ...listedService(dataset, entry),
    phones,
    service_at_locations: [{ ...entry.rows.serviceAtLocation, location: nestedLocation(dataset, entry) }],
    languages,
    cost_options: costOptions,
    attributes: withTerms(dataset, serviceAttributes(entry.listing, dataset)),
  };
}

export function nestedLocation(dataset: HsdsDataset, { listing, rows }: Entry) {
  return {
    ...rows.location,
    addresses: rows.addresses,
    accessibility: rows.accessibility,
    attributes: withTerms(dataset, locationAttributes(listing)),
  };
}

export function listedServiceAtLocation(dataset: HsdsDataset, entry: Entry): ServiceAtLocation & ListedAt {
  return { ...entry.rows.serviceAtLocation, location: entry.rows.location, service: listedService(dataset, entry) };
}

export function nestedServiceAtLocation(dataset: HsdsDataset, entry: Entry) {
  const { service_at_locations: _itself, ...service } = nestedService(dataset, entry);
  return { ...entry.rows.serviceAtLocation, location: nestedLocation(dataset, entry), service };
}

/** With its locations; its services are in /services, by organization_id. */
export function nestedOrganization(dataset: HsdsDataset, { organization, listings }: OpenOrganization) {
  const slugs = new Set(listings.map(({ slug }) => slug));
  const entries = dataset.listings.filter(({ listing }) => slugs.has(listing.slug));
  const ids = new Set(entries.map(({ program }) => program?.id));
  const operator = listings[0]?.operator;
  return {
    ...organization,
    locations: entries.map((entry) => nestedLocation(dataset, entry)),
    programs: dataset.programs.filter(({ id }) => ids.has(id)),
    attributes: operator ? withTerms(dataset, organizationAttributes(operator)) : [],
  };
}

interface Listed {
  organization?: Organization;
  program?: Program;
}

interface ListedAt {
  location: Location;
  service: Service & Listed;
}

function organizationOf({ organizations }: HsdsDataset, { operator }: OpenListing): Pick<Listed, "organization"> {
  const found = organizations.find(({ listings }) => operator && listings[0]?.operator?.slug === operator.slug);
  return found ? { organization: found.organization } : {};
}

function withTerms({ terms }: HsdsDataset, attributes: readonly Attribute[]) {
  const byId = new Map(terms.map((term) => [term.id, term]));
  return attributes.map((attribute) => ({ ...attribute, taxonomy_term: byId.get(attribute.taxonomy_term_id) }));
}
