import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { slugify } from "@/lib/shared/slug";

/** The area whose numbers are open, with its name in URLs. */
export const OPEN_AREA = { slug: slugify(SERVED_COUNTY), name: SERVED_COUNTY, state: "CA" } as const;

const ROOT = "/api/v1";
const API = `${ROOT}/rankings`;
const HSDS = `${ROOT}/hsds`;

/** The URLs of the open data. */
export const OPEN_PATHS = {
  index: ROOT,
  newest: `${API}/${OPEN_AREA.slug}`,
  editions: `${API}/${OPEN_AREA.slug}/editions`,
  edition: (number: number) => `${API}/${OPEN_AREA.slug}/editions/${number}`,
  method: (version: number) => `${API}/methods/${version}`,
  listings: `${ROOT}/listings`,
  hsds: HSDS,
  hsdsTable: (table: string) => `${HSDS}/${table}`,
  hsdsProfile: `${HSDS}/profile`,
  hsdsArchive: `${HSDS}/hsds.zip`,
  openapi: `${ROOT}/openapi.json`,
} as const;
