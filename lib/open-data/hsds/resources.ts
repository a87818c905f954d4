import { pageHead, type PageRequest } from "../pages";
import type { HsdsDataset } from "./dataset";
import {
  listedService,
  listedServiceAtLocation,
  nestedLocation,
  nestedOrganization,
  nestedService,
  nestedServiceAtLocation,
} from "./nested";

interface Resource {
  /** Each record as it stands in a list, and whole. */
  records: (dataset: HsdsDataset) => { id: string; listed: () => object; whole: () => object }[];
  /** The only filter of its list: by another record's id. */
  filter?: { name: "organization_id" | "taxonomy_id"; of: (listed: object) => unknown };
}

/** The lists of the API, by their names in URLs. */
const RESOURCES = {
  services: {
    records: (dataset) =>
      dataset.listings.map((entry) => ({
        id: entry.rows.service.id,
        listed: () => listedService(dataset, entry),
        whole: () => nestedService(dataset, entry),
      })),
    filter: {
      name: "organization_id",
      of: (service) => (service as ReturnType<typeof listedService>).organization_id,
    },
  },
  organizations: {
    records: (dataset) =>
      dataset.organizations.map((entry) => ({
        id: entry.organization.id,
        listed: () => entry.organization,
        whole: () => nestedOrganization(dataset, entry),
      })),
  },
  locations: {
    records: (dataset) =>
      dataset.listings.map((entry) => ({
        id: entry.rows.location.id,
        listed: () => entry.rows.location,
        whole: () => nestedLocation(dataset, entry),
      })),
  },
  service_at_locations: {
    records: (dataset) =>
      dataset.listings.map((entry) => ({
        id: entry.rows.serviceAtLocation.id,
        listed: () => listedServiceAtLocation(dataset, entry),
        whole: () => nestedServiceAtLocation(dataset, entry),
      })),
    filter: {
      name: "organization_id",
      of: (at) => (at as ReturnType<typeof listedServiceAtLocation>).service.organization_id,
    },
  },
  taxonomies: { records: ({ taxonomies }) => taxonomies.map(plain) },
  taxonomy_terms: {
    records: ({ terms }) => terms.map(plain),
    filter: { name: "taxonomy_id", of: (term) => (term as HsdsDataset["terms"][number]).taxonomy_id },
  },
} satisfies Record<string, Resource>;

export interface HsdsRequest extends PageRequest {
  /** The value of the list's own filter; null: everything. */
  wanted: string | null;
}

export type HsdsResource = keyof typeof RESOURCES;
export const HSDS_RESOURCES = Object.keys(RESOURCES) as HsdsResource[];

export function filterOf(resource: HsdsResource): NonNullable<Resource["filter"]>["name"] | null {
  const { filter }: Resource = RESOURCES[resource];
  return filter?.name ?? null;
}

/** A page of a list, with the head that HSDS gives every page. */
export function hsdsPage(dataset: HsdsDataset, resource: HsdsResource, request: HsdsRequest) {
  const { wanted } = request;
  const { records, filter }: Resource = RESOURCES[resource];
  const all = records(dataset);
  const found = wanted === null ? all : all.filter(({ listed }) => filter?.of(listed()) === wanted);
  const { first, total, pages } = pageHead(found.length, request);
  const contents = found.slice(first, first + request.size).map(({ listed }) => listed());
  return {
    total_items: total,
    total_pages: pages,
    page_number: request.page,
    size: contents.length,
    first_page: request.page === 1,
    last_page: request.page >= pages,
    empty: contents.length === 0,
    contents,
  };
}

/** One record with everything that belongs to it; null for an id that none has. */
export function hsdsRecord(dataset: HsdsDataset, resource: HsdsResource, id: string): object | null {
  const { records }: Resource = RESOURCES[resource];
  return (
    records(dataset)
      .find((record) => record.id === id)
      ?.whole() ?? null
  );
}

function plain(record: { id: string }) {
  return { id: record.id, listed: () => record, whole: () => record };
}
