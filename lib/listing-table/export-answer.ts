import "server-only";
import { Readable } from "node:stream";
import { today } from "@/lib/shared/dates";
import { paramsOf, textsIn } from "@/lib/shared/search-params";
import type { StaffSession } from "@/lib/staff/types";
import { listAreas, readExported } from "./admin-queries";
import { startExport } from "./mutations";
import { EXPORT_FORMATS, readTable } from "./schema";
import { EXPORT_COLUMNS, type ExportRow } from "./select";
import { tableFile } from "./table-copy-file";

/** Rows read at once. */
const BATCH = 500;
const TYPES = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" } as const;

/** Answers with a copy of what the filters of a query find, row after row as they are read; it is written down before. */
export async function answerExport(staff: StaffSession, query: string): Promise<Response> {
  const params = paramsOf(query);
  const format = EXPORT_FORMATS.find((each) => each === textsIn(params, "format")[0]);
  const { table, leftOut } = readTable(params, await listAreas(staff));
  // Without them the copy would have more than was asked for.
  const wrong = [...leftOut, ...(format ? [] : ["format"])];
  if (!format || wrong.length > 0)
    return new Response(`Nothing was copied. These cannot be read: ${wrong.join(", ")}.\n`, { status: 400 });
  const ids = await startExport(staff, table, format);
  const file = tableFile(format, EXPORT_COLUMNS, batches(staff, ids));
  const bytes = Readable.toWeb(Readable.from(file).map((part: string) => Buffer.from(part)));
  return new Response(bytes as ReadableStream<Uint8Array<ArrayBuffer>>, {
    headers: {
      "content-type": TYPES[format],
      "content-disposition": `attachment; filename="listings-${today()}.${format}"`,
      "cache-control": "no-store",
    },
  });
}

async function* batches(staff: StaffSession, ids: readonly string[]): AsyncGenerator<ExportRow[]> {
  for (let first = 0; first < ids.length; first += BATCH)
    yield await readExported(staff, ids.slice(first, first + BATCH));
}
