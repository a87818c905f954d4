import { setImmediate as otherWork } from "node:timers/promises";
import { Zip, ZipDeflate } from "fflate";
import type { About } from "../schema";
import type { HsdsDataset } from "./dataset";
import { datapackage } from "./datapackage";
import { ARCHIVE_TABLES, tableCsv } from "./tables";

/** Equal data give equal bytes, in every time zone: a ZIP has local times, and begins in 1980. */
const ANY_TIME = new Date(1980, 0, 1);

/** All tables as a Tabular Data Package in a ZIP. Made a part at a time, so that the server answers others meanwhile. */
export async function hsdsArchive(dataset: HsdsDataset, about: About): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  await addFile(zip, "datapackage.json", [JSON.stringify(datapackage(about), null, 2)]);
  for (const table of Object.values(ARCHIVE_TABLES)) await addFile(zip, table.path, tableCsv(table, dataset));
  zip.end();
  return Buffer.concat(parts);
}

async function addFile(zip: Zip, path: string, texts: Iterable<string>): Promise<void> {
  const file = new ZipDeflate(path);
  file.mtime = ANY_TIME;
  zip.add(file);
  for (const text of texts) {
    file.push(Buffer.from(text));
    await otherWork();
  }
  file.push(new Uint8Array(0), true);
}
