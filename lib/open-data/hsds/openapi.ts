// HSDS for the OpenAPI document. Its objects are described where HSDS publishes them: whoever reads the document without a
// network cannot follow a reference there, so it is a link. Our property is in the profile.

import { operation, pageParameters, path, query, reference } from "../operations";
import { HSDS_PAGES } from "./asked";
import { filterOf, HSDS_RESOURCES, type HsdsResource } from "./resources";

const BASE = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema";

/** Of one record of a list, and of the record as a list shows it. */
const SCHEMAS: Record<HsdsResource, [record: string, listed: string]> = {
  services: ["compiled/service.json", "compiled/service_list.json"],
  organizations: ["compiled/organization.json", "compiled/organization_list.json"],
  locations: ["location.json", "location.json"],
  service_at_locations: ["compiled/service_at_location.json", "compiled/service_at_location_list.json"],
  taxonomies: ["taxonomy.json", "taxonomy.json"],
  taxonomy_terms: ["taxonomy_term.json", "taxonomy_term.json"],
};

export function hsdsPaths() {
  return {
    "/api/v1/hsds": { get: operation("getHsdsRoot", "HSDS: its version, profile and description", ROOT, []) },
    "/api/v1/hsds/profile": {
      get: operation("getHsdsProfile", "What we add to HSDS, and how we read its fields", PROFILE, []),
    },
    "/api/v1/hsds/profile/{file}": {
      get: operation("getHsdsPatch", "A JSON merge patch to one file of HSDS", { type: "object" }, [FILE]),
    },
    "/api/v1/hsds/hsds.zip": {
      get: operation("getHsdsArchive", "All of HSDS as a Tabular Data Package", BINARY, [], "application/zip"),
    },
    ...Object.fromEntries(HSDS_RESOURCES.flatMap(pathsOf)),
  };
}

export function hsdsSchemas() {
  return { HsdsPage: PAGE };
}

function pathsOf(resource: HsdsResource) {
  const [record, listed] = SCHEMAS[resource];
  const contents = { type: "array", items: publishedAt(listed) };
  const page = { allOf: [reference("HsdsPage")], properties: { contents }, required: ["contents"] };
  const filter = filterOf(resource);
  const parameters = [
    ...pageParameters(HSDS_PAGES),
    ...(filter ? [query(filter, { type: "string", format: "uuid" }, "Only those with this id.")] : []),
  ];
  const name = resource.replaceAll("_", " ");
  const camel = resource.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return [
    [`/api/v1/hsds/${resource}`, { get: operation(`listHsds${camel}`, `HSDS: ${name}, in pages`, page, parameters) }],
    [
      `/api/v1/hsds/${resource}/{id}`,
      { get: operation(`getHsds${camel}`, `HSDS: one of the ${name}`, publishedAt(record), [ID]) },
    ],
  ] as const;
}

/** An object of HSDS. */
function publishedAt(file: string) {
  const id = { type: "string", format: "uuid" };
  return { type: "object", required: ["id"], properties: { id }, externalDocs: { url: `${BASE}/${file}` } };
}

const ID = path("id", { type: "string", format: "uuid" });
const FILE = path("file", { type: "string" }, "One of the files that the profile names.");
const BINARY = { type: "string", contentMediaType: "application/zip" };
const uri = { type: "string", format: "uri" };
const ROOT = {
  type: "object",
  required: ["version", "profile", "openapi_url"],
  properties: { version: { type: "string" }, profile: uri, openapi_url: uri },
};
const PROFILE = {
  type: "object",
  required: ["about", "uri", "base", "files"],
  properties: { about: reference("About"), uri },
};
const count = { type: "integer", minimum: 0 };
const flag = { type: "boolean" };
const PAGE = {
  type: "object",
  description: "The head that HSDS gives every page.",
  required: ["total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty"],
  properties: {
    total_items: count,
    total_pages: count,
    page_number: count,
    size: { ...count, description: "Records on this page." },
    first_page: flag,
    last_page: flag,
    empty: flag,
  },
};
