import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { decoderOf, EncodingScan, type Encoding } from "./encoding";
import { ImportFailure } from "./failure";

export interface TextFile {
  encoding: Encoding;
  /** Its text in parts, without a byte order mark; read on demand. */
  text: () => AsyncGenerator<string>;
}

/**
 * Opens a text, gzipped or not. It is read twice, because the encoding is known only after the last byte.
 * @throws ImportFailure when it cannot be unpacked, or has an encoding that we do not read
 */
export async function openText(file: string, isGzip: boolean): Promise<TextFile> {
  const scan = new EncodingScan();
  for await (const bytes of unpacked(file, isGzip)) scan.add(bytes);
  const verdict = scan.end();
  if ("flaw" in verdict) throw new ImportFailure(`${file} ${verdict.flaw}`);
  return { encoding: verdict.encoding, text: () => textOf(file, isGzip, verdict.encoding) };
}

/** SHA-256 of a file's bytes, hex. */
export async function checksumOf(file: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const bytes of createReadStream(file)) hash.update(bytes as Buffer);
  return hash.digest("hex");
}

async function* textOf(file: string, isGzip: boolean, encoding: Encoding): AsyncGenerator<string> {
  const decode = decoderOf(encoding);
  for await (const bytes of unpacked(file, isGzip)) yield decode(bytes);
  yield decode();
}

async function* unpacked(file: string, isGzip: boolean): AsyncGenerator<Buffer> {
  if (!isGzip) {
    yield* createReadStream(file) as AsyncIterable<Buffer>;
    return;
  }
  const gunzip = createGunzip();
  const fed = pipeline(createReadStream(file), gunzip);
  // The reader below gets the same error; without this line it would also count as unhandled.
  fed.catch(() => {});
  try {
    yield* gunzip as AsyncIterable<Buffer>;
    await fed;
  } catch {
    throw new ImportFailure(`${file} cannot be unpacked: it is cut short or broken. Download it again.`);
  }
}
