import "server-only";
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat, type FileHandle } from "node:fs/promises";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { extract, pack, type Pack } from "tar-stream";

/** Bytes and SHA-256 (hex) of an entry, or of the file itself. */
export interface Sum {
  bytes: number;
  sha256: string;
}

export interface ArchiveWriter {
  /** Adds what a file holds. */
  addFile: (name: string, file: string) => Promise<Sum>;
  addText: (name: string, text: string) => Promise<Sum>;
}

/** `cut`: the end is missing. `changed`: the end is there, and something before it is not what was written. */
export class ArchiveDamage extends Error {
  constructor(readonly kind: "cut" | "changed") {
    super(kind === "cut" ? "The file was cut short" : "The file was changed");
  }
}

/** A tar ends with two blocks of zeros. */
const END_BYTES = 1024;
const SEAL = "seal";
/** The last entry, which has one block of name and one of text, and the end. */
const TAIL_BYTES = 512 + 512 + END_BYTES;
/** The same bytes whenever it is made. */
const SETTLED = { mode: 0o600, mtime: new Date(0) };

/**
 * Writes a tar that is sealed: its last entry is the SHA-256 of every byte before it. So a file that was cut short at
 * any byte, or changed in any, is known for what it is; other programs read it as a plain tar.
 * @param file made with mode 0600, and on the disk when this returns; it must not be there yet
 * @throws what the file system says; then the file is left as it is
 */
export async function writeArchive(file: string, fill: (archive: ArchiveWriter) => Promise<void>): Promise<Sum> {
  const handle = await open(file, "wx", 0o600);
  try {
    const tar = pack();
    const draining = drain(tar, handle);
    // Heard below; until then its failure must not count as unheard.
    draining.catch(() => undefined);
    try {
      await fill({
        addFile: (name, source) => addFile(tar, name, source),
        addText: (name, text) => addText(tar, name, text),
      });
      tar.finalize();
    } catch (error) {
      tar.destroy(error as Error);
      // A disk that is full ends the entry too; what the disk said comes first.
      await draining;
      throw error;
    }
    const sum = await draining;
    await handle.sync();
    return sum;
  } finally {
    await handle.close();
  }
}

async function addFile(tar: Pack, name: string, file: string): Promise<Sum> {
  const { size } = await stat(file);
  // One that grows meanwhile is read as far as it went at first.
  const passing = summing(size > 0 ? createReadStream(file, { end: size - 1 }) : Readable.from([]));
  await pipeline(passing.chunks, tar.entry({ ...SETTLED, name, size }));
  return passing.sum();
}

async function addText(tar: Pack, name: string, text: string): Promise<Sum> {
  const bytes = Buffer.from(text);
  await pipeline([bytes], tar.entry({ ...SETTLED, name, size: bytes.length }));
  return { bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Writes what the tar has but for its end, and the seal and the end after it. */
async function drain(tar: Pack, handle: FileHandle): Promise<Sum> {
  const hash = createHash("sha256");
  let held: Buffer = Buffer.alloc(0);
  let bytes = TAIL_BYTES;
  for await (const chunk of tar as AsyncIterable<Buffer>) {
    const known = Buffer.concat([held, chunk]);
    const body = known.subarray(0, Math.max(0, known.length - END_BYTES));
    held = known.subarray(body.length);
    hash.update(body);
    bytes += body.length;
    await writeWhole(handle, body);
  }
  const whole = hash.copy();
  const tail = await sealOf(hash.digest("hex"));
  await writeWhole(handle, tail);
  return { bytes, sha256: whole.update(tail).digest("hex") };
}

/** A disk that is nearly full takes a part of it and says so only at the next try. */
async function writeWhole(handle: FileHandle, bytes: Buffer): Promise<void> {
  for (let done = 0; done < bytes.length;) done += (await handle.write(bytes, done)).bytesWritten;
}

async function sealOf(sha256: string): Promise<Buffer> {
  const tar = pack();
  tar.entry({ ...SETTLED, name: SEAL }, `${sha256}\n`);
  tar.finalize();
  return buffer(tar);
}

/**
 * Reads a whole archive and compares it with its seal.
 * @returns bytes and SHA-256 of the file
 * @throws ArchiveDamage; what the file system says
 */
export async function checkSeal(file: string): Promise<Sum> {
  const { size } = await stat(file);
  if (size < TAIL_BYTES) throw new ArchiveDamage("cut");
  const hash = createHash("sha256");
  const body = size - TAIL_BYTES;
  if (body > 0)
    for await (const chunk of createReadStream(file, { end: body - 1 }) as AsyncIterable<Buffer>) hash.update(chunk);
  const whole = hash.copy();
  const seal = await sealOf(hash.digest("hex"));
  const tail = await buffer(createReadStream(file, { start: body }));
  // Its block of name, without what a change of the text would not touch.
  if (!tail.subarray(0, 512).equals(seal.subarray(0, 512))) throw new ArchiveDamage("cut");
  if (!tail.equals(seal)) throw new ArchiveDamage("changed");
  return { bytes: size, sha256: whole.update(tail).digest("hex") };
}

export interface ArchiveEntry {
  name: string;
  chunks: AsyncIterable<Buffer>;
}

/** The entries of a sealed archive in their order, without the seal. One that is not read is passed over. */
export async function* readArchive(file: string): AsyncGenerator<ArchiveEntry> {
  const tar = extract();
  const reading = pipeline(createReadStream(file), tar);
  reading.catch(() => undefined);
  for await (const entry of tar) {
    if (entry.header.name === SEAL) entry.resume();
    else yield { name: entry.header.name, chunks: entry as AsyncIterable<Buffer> };
    entry.resume();
  }
  await reading;
}

/** What an entry holds, as it passes; its sum is known when all of it has. */
export function summing(chunks: AsyncIterable<Buffer>): { chunks: AsyncIterable<Buffer>; sum: () => Sum } {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* pass() {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  }
  return { chunks: pass(), sum: () => ({ bytes, sha256: hash.copy().digest("hex") }) };
}
