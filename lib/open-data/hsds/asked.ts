import { pageOf, type PageLimits } from "../pages";
import { filterOf, type HsdsRequest, type HsdsResource } from "./resources";

/** What HSDS describes and we do not have: silence would look like an answer. */
const WITHOUT = [
  "search",
  "minimal",
  "full",
  "full_service",
  "modified_after",
  "taxonomy_term_id",
  "taxonomy_id",
  "organization_id",
  "postcode",
  "proximity",
  "top_only",
  "parent_id",
];

export const HSDS_PAGES = { name: "per_page", usual: 50, most: 250 } as const satisfies PageLimits;

/** What the URL of a list asks for, or what is wrong with it. */
export function askedOf(resource: HsdsResource, url: string): HsdsRequest | string {
  const { searchParams } = new URL(url);
  const filter = filterOf(resource);
  const missing = WITHOUT.filter((name) => name !== filter).find((name) => searchParams.has(name));
  if (missing) return `There is no parameter ${missing} here. Download everything as hsds.zip, and choose from that.`;
  if (searchParams.getAll("format").some((format) => format !== "json"))
    return "There is JSON here, and everything as CSV in hsds.zip.";
  const page = pageOf(url, HSDS_PAGES);
  if (!page) return `Ask for page=1 or a later one, and for per_page=1 to per_page=${HSDS_PAGES.most}.`;
  const [wanted = null, second] = filter ? searchParams.getAll(filter) : [];
  return second === undefined ? { ...page, wanted } : `Ask for ${filter} once.`;
}
