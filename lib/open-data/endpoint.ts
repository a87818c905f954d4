import "server-only";
import { openEndpoint, type OpenAnswer, type OpenDocument } from "@/lib/server/open-endpoint";
import { OPEN_AREA, OPEN_PATHS } from "./open-area";
import { formatOf, type OpenFormat } from "./format";
import { askedOf } from "./hsds/asked";
import { HSDS_RESOURCES, hsdsPage, hsdsRecord, type HsdsResource } from "./hsds/resources";
import { OPEN_LIMIT } from "./limit";
import { LISTING_PAGES, pageOf } from "./pages";
import { readHsds, readListings, readListingsTable } from "./queries";

/** A URL of the open data; all of them share one limit. */
export function dataEndpoint<Context>(answer: (request: Request, context: Context) => Promise<OpenAnswer>) {
  return openEndpoint(OPEN_LIMIT, answer);
}

const WRONG_FORMAT = {
  status: 400,
  detail: "Ask for format=json or format=csv, once; left out, it is JSON.",
} as const;

/** Answers for an area in the format asked for. */
export async function answerArea(
  request: Request,
  area: string,
  read: (format: OpenFormat) => Promise<OpenDocument | null>,
): Promise<OpenAnswer> {
  if (area !== OPEN_AREA.slug)
    return { status: 404, detail: `There is no area of that name. There is ${OPEN_PATHS.newest}.` };
  const format = formatOf(request.url);
  if (!format) return WRONG_FORMAT;
  return (
    (await read(format)) ?? { status: 404, detail: `There is no such edition. ${OPEN_PATHS.editions} lists them all.` }
  );
}

/** Answers with the places: JSON in pages, or the whole as one table. */
export async function answerListings(request: Request): Promise<OpenAnswer> {
  const format = formatOf(request.url);
  if (!format) return WRONG_FORMAT;
  if (format === "csv") return readListingsTable();
  const page = pageOf(request.url, LISTING_PAGES);
  if (!page)
    return {
      status: 400,
      detail: `Ask for page=1 or a later one, and for perPage=1 to perPage=${LISTING_PAGES.most}.`,
    };
  return (await readListings(page)) ?? { status: 404, detail: "There are fewer pages. Each names the one after it." };
}

/** Answers with a page of one of the lists of HSDS. */
export async function answerHsdsList(request: Request, name: string): Promise<OpenAnswer> {
  const resource = resourceOf(name);
  if (!resource) return NO_RESOURCE;
  const asked = askedOf(resource, request.url);
  if (typeof asked === "string") return { status: 400, detail: asked };
  return (await readHsds((dataset) => hsdsPage(dataset, resource, asked))) ?? NO_RESOURCE;
}

/** Answers with one record of HSDS. */
export async function answerHsdsRecord(request: Request, name: string, id: string): Promise<OpenAnswer> {
  const resource = resourceOf(name);
  if (!resource) return NO_RESOURCE;
  if (new URL(request.url).searchParams.has("full_service"))
    return { status: 400, detail: `Its services are in ${OPEN_PATHS.hsdsTable("services")}?organization_id=${id}.` };
  const record = await readHsds((dataset) => hsdsRecord(dataset, resource, id));
  return record ?? { status: 404, detail: `No record has this id. ${OPEN_PATHS.hsdsTable(resource)} lists them all.` };
}

function resourceOf(name: string): HsdsResource | undefined {
  return HSDS_RESOURCES.find((known) => known === name);
}

const NO_RESOURCE = { status: 404, detail: `There is no such list. ${OPEN_PATHS.index} names all there is.` } as const;
