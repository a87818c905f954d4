import "server-only";
import { openEndpoint, type OpenAnswer, type OpenDocument } from "@/lib/server/open-endpoint";
import { OPEN_AREA, OPEN_PATHS } from "./open-area";
import { formatOf, type OpenFormat } from "./format";
import { OPEN_LIMIT } from "./limit";

/** A URL of the open numbers; all of them share one limit. */
export function dataEndpoint<Context>(answer: (request: Request, context: Context) => Promise<OpenAnswer>) {
  return openEndpoint(OPEN_LIMIT, answer);
}

/** Answers for an area in the format asked for. */
export async function answerArea(
  request: Request,
  area: string,
  read: (format: OpenFormat) => Promise<OpenDocument | null>,
): Promise<OpenAnswer> {
  if (area !== OPEN_AREA.slug)
    return { status: 404, detail: `There is no area of that name. There is ${OPEN_PATHS.newest}.` };
  const format = formatOf(request.url);
  if (!format) return { status: 400, detail: "Ask for format=json or format=csv, once; left out, it is JSON." };
  return (
    (await read(format)) ?? { status: 404, detail: `There is no such edition. ${OPEN_PATHS.editions} lists them all.` }
  );
}
