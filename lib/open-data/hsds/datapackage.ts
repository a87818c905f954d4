import type { About } from "../schema";
import { PROFILE_VERSION } from "./taxonomies";
import { ARCHIVE_TABLES } from "./tables";
import type { HsdsTable } from "./types";

/** The columns with the id of a record of another table. `link_id` of an attribute is of the table `link_entity`. */
const REFERENCES: Record<string, HsdsTable | undefined> = {
  organization_id: "organization",
  program_id: "program",
  service_id: "service",
  location_id: "location",
  taxonomy_id: "taxonomy",
  taxonomy_term_id: "taxonomy_term",
};

/** The descriptor of the archive: which file has which columns, from whom, and on what terms. */
export function datapackage({ documentation, notice, sources }: About) {
  return {
    profile: "tabular-data-package",
    name: "best-heroin-rehab-hsds",
    title: "Heroin treatment in Los Angeles, in the Human Services Data Specification 3.0",
    description: `${notice} ${sources.map(({ attribution, license }) => `${attribution} [${license}]`).join(" ")}`,
    homepage: documentation,
    version: PROFILE_VERSION,
    sources: sources.map(({ name, url }) => ({ title: name, ...(url && { path: url }) })),
    resources: Object.entries(ARCHIVE_TABLES).map(([name, { path, fields }]) => ({
      profile: "tabular-data-resource",
      name,
      path,
      format: "csv",
      mediatype: "text/csv",
      encoding: "utf-8",
      schema: {
        fields: Object.entries(fields).map(([field, type]) => ({ name: field, type })),
        primaryKey: "id",
        foreignKeys: Object.keys(fields).flatMap((field) => {
          const resource = REFERENCES[field];
          return resource ? [{ fields: field, reference: { resource, fields: "id" } }] : [];
        }),
      },
    })),
  };
}
