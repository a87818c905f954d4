import { gunzipSync } from "node:zlib";
import type { RefreshCause } from "./types";

/** The end of a ZIP archive, which a workbook is: its signature, and how far before the last byte it may stand. */
const ZIP_END = Buffer.from("PK\u0005\u0006");
const MAX_ZIP_COMMENT = 65_557;
const MAX_TITLE_LENGTH = 80;

/** Something else than the file that was asked for arrived. Its message is for staff. */
export class WrongArrival extends Error {
  constructor(
    readonly code: Extract<RefreshCause, "web_page" | "cut_short">,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Looks at the first and last bytes of a file that arrived.
 * @throws WrongArrival when it is a web page, as servers send with a friendly 200 in place of a file that is gone; or a
 * workbook or packed file without its end
 */
export function checkArrival(bytes: Buffer, url: string): void {
  const start = bytes.toString("latin1", 0, 2_000).replace(/^(?:\u00EF\u00BB\u00BF)?\s*/, "");
  if (/^<(?:!doctype html|html|head|body|!--|script)/i.test(start)) {
    const title = /<title[^>]*>([^<]*)/i.exec(start)?.[1]?.trim().slice(0, MAX_TITLE_LENGTH);
    throw new WrongArrival(
      "web_page",
      `${url} sent a web page${title ? ` (“${title}”)` : ""} and not the file. Look where the file is now.`,
    );
  }
  const isWhole = start.startsWith("PK") ? endsAsZip(bytes) : !isGzip(bytes) || unpacks(bytes);
  if (!isWhole) throw new WrongArrival("cut_short", `${url} sent a file without its end. Try again later.`);
}

function endsAsZip(bytes: Buffer): boolean {
  return bytes.subarray(-MAX_ZIP_COMMENT).includes(ZIP_END);
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

function unpacks(bytes: Buffer): boolean {
  try {
    gunzipSync(bytes, { maxOutputLength: 200_000_000 });
    return true;
  } catch {
    return false;
  }
}
