import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { slugify } from "@/lib/shared/slug";

/** The area whose numbers are open, with its name in URLs. */
export const OPEN_AREA = { slug: slugify(SERVED_COUNTY), name: SERVED_COUNTY, state: "CA" } as const;

const API = "/api/v1/rankings";

/** The URLs of the open numbers. */
export const OPEN_PATHS = {
  newest: `${API}/${OPEN_AREA.slug}`,
  editions: `${API}/${OPEN_AREA.slug}/editions`,
  edition: (number: number) => `${API}/${OPEN_AREA.slug}/editions/${number}`,
  method: (version: number) => `${API}/methods/${version}`,
  openapi: "/api/v1/openapi.json",
} as const;
