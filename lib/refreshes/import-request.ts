import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import type { ImportRequest } from "@/lib/imports/types";
import { ImportFailure } from "@/lib/sources/failure";
import type { SourceAdapter, SourceEditionName } from "./types";

/** A file that was fetched, as the importer reads it. */
export interface ReadFile {
  adapter: SourceAdapter;
  fileName: string;
  file: Buffer;
  name: SourceEditionName;
}

/** Gives the importer its file, in a folder that is gone afterward; its failures then name the file alone. */
export async function withRequest<Result>(
  { adapter, fileName, file, name }: ReadFile,
  { dryRun, confirm }: Pick<ImportRequest, "dryRun" | "confirm">,
  work: (request: ImportRequest) => Promise<Result>,
): Promise<Result> {
  if (!adapter.feeds) throw new Error(`${adapter.key} feeds no import.`);
  const folder = await mkdtemp(path.join(tmpdir(), "best-heroin-rehab-refresh-"));
  try {
    const own = path.join(folder, fileName);
    await writeFile(own, file);
    return await work({ file: own, source: adapter.feeds, ...name, county: SERVED_COUNTY, dryRun, confirm });
  } catch (error) {
    if (!(error instanceof ImportFailure)) throw error;
    throw new ImportFailure(error.message.replaceAll(folder + path.sep, ""));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the publisher calls it, or "dhcs-2026-11-29.csv" for a URL that names no file. */
export function fileNameOf({ key }: SourceAdapter, url: string, edition: string): string {
  const last = decodeURIComponent(new URL(url).pathname.split("/").at(-1) ?? "").replace(/[^\w.-]/g, "_");
  return /\.(?:csv|gz|xlsx)$/i.test(last) ? last : `${key}-${edition}.csv`;
}
