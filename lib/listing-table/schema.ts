import { LISTING_KINDS } from "@/lib/facts/kind";
import { PUBLICATION_STATUSES } from "@/lib/listings/schema";
import { textsIn, type SearchParams } from "@/lib/shared/search-params";
import { z } from "@/lib/shared/zod";
import { readSought } from "./sought";
import { BULK_ACTS, LISTING_FILTERS, type Area, type BulkAct, type ListingFilterName } from "./types";

export const LISTING_SORTS = ["name", "city", "zip", "updated"] as const;
/** Longer than any name or address. */
export const MAX_SEARCH_LENGTH = 240;
/** In the URL: the listings that stand in no county. */
export const NO_COUNTY = "-";

/** What can be chosen of each filter, beside state and county, which follow from the listings. */
export const LISTING_CHOICES = {
  status: [...PUBLICATION_STATUSES, "closed"],
  kind: LISTING_KINDS,
  source: ["directory", "state_list", "staff"],
  license: ["current", "ending", "ended", "none"],
  match: ["doubtful"],
  checked: ["long_ago", "within_year"],
  reports: ["open"],
  directory: ["left_out"],
  phone: ["elsewhere"],
} as const;
export type ListingChoice = keyof typeof LISTING_CHOICES;

const choice = <Name extends ListingChoice>(name: Name) => z.enum(LISTING_CHOICES[name]).or(z.literal("")).default("");

/** The state of the staff's table; it lives in the URL. */
export const listingTableSchema = z.object({
  q: z.string().trim().max(MAX_SEARCH_LENGTH).default(""),
  status: choice("status"),
  kind: choice("kind"),
  state: z.string().default(""),
  county: z.string().default(""),
  license: choice("license"),
  checked: choice("checked"),
  reports: choice("reports"),
  match: choice("match"),
  source: choice("source"),
  directory: choice("directory"),
  phone: choice("phone"),
  sort: z.enum(LISTING_SORTS).default("name"),
  order: z.enum(["asc", "desc"]).default("asc"),
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
});

export type ListingTable = z.infer<typeof listingTableSchema>;
export type ListingFilters = Pick<ListingTable, ListingFilterName>;
export type ListingParameter = keyof ListingTable;

/** All listings, in the usual order. */
export const NO_FILTERS: ListingTable = listingTableSchema.parse({});

/** The table that a URL asks for, and the names of what in it cannot be used and was left out. */
export interface AskedTable {
  table: ListingTable;
  leftOut: ListingParameter[];
}

const SHAPE = listingTableSchema.shape;
const PARAMETERS = Object.keys(SHAPE) as ListingParameter[];

/** Reads a URL, whatever stands there. Of a parameter that cannot be used the rest is kept. */
export function readTable(params: SearchParams, areas: readonly Area[]): AskedTable {
  const leftOut: ListingParameter[] = [];
  const values: Record<string, unknown> = {};
  for (const name of PARAMETERS) {
    const [typed, second] = textsIn(params, name);
    // An empty field of the form is one that nobody filled in; of two values nobody knows which is meant.
    const parsed = SHAPE[name].safeParse(second === undefined ? typed || undefined : null);
    if (parsed.success && isThere(name, String(parsed.data), areas)) values[name] = parsed.data;
    else leftOut.push(name);
  }
  const table = listingTableSchema.parse(values);
  // Counties of several states have one name.
  if (table.county && table.state && !areas.some((area) => area.state === table.state && isOf(table.county, area))) {
    leftOut.push("county");
    table.county = "";
  }
  return { table, leftOut };
}

function isThere(name: ListingParameter, value: string, areas: readonly Area[]): boolean {
  if (value === "") return true;
  if (name === "q") return readSought(value) !== null;
  if (name === "state") return areas.some(({ state }) => state === value);
  if (name === "county") return areas.some((area) => isOf(value, area));
  return true;
}

function isOf(county: string, area: Area): boolean {
  return area.county === (county === NO_COUNTY ? null : county);
}

/** The filters that are set, in the order of the page. */
export function setFilters(filters: ListingFilters): ListingFilterName[] {
  return LISTING_FILTERS.filter((name) => filters[name] !== "");
}

/** More are not done in one transaction: whoever narrows the filter sees better what they do. */
export const MAX_BULK = 2_000;
/** How long a bulk act can be taken back. */
export const UNDO_HOURS = 24;

/** Which listings somebody chose, and for what; in the URL of the preview. */
export interface Selection {
  act: BulkAct;
  /** Null for all that the filters find. */
  ids: string[] | null;
  table: ListingTable;
}

/** Reads what the form of the table asks for; null when it asks for no act that there is, or chose nothing. */
export function readSelection(params: SearchParams, areas: readonly Area[]): Selection | null {
  const act = BULK_ACTS.find((each) => each === textsIn(params, "act")[0]);
  const { table, leftOut } = readTable(params, areas);
  // Without a filter that cannot be read all would be more than was meant.
  if (!act || leftOut.length > 0) return null;
  if (textsIn(params, "scope")[0] === "all") return { act, ids: null, table };
  const ids = textsIn(params, "id").filter((id) => z.uuid().safeParse(id).success);
  return ids.length === 0 || ids.length > MAX_BULK ? null : { act, ids: [...new Set(ids)], table };
}

/** The confirmed preview: its query, and what it showed. */
export const bulkSchema = z.object({ asked: z.string().max(100_000), shown: z.string().max(100) });
export const undoSchema = z.object({ id: z.uuid() });

export const EXPORT_FORMATS = ["csv", "json"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
