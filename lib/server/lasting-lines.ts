import "server-only";
import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, stat, type FileHandle } from "node:fs/promises";
import path from "node:path";
import { syncFolder } from "./files";
import { readLines, type ReadLines } from "./remembered-lines";

/** A file that this process adds lines to, and the folder it stands in. */
interface OpenFile {
  folder: string;
  path: string;
  /** Its number on the disk: a file of that path may be another one by now. */
  inode: number;
  handle: FileHandle;
}

/** Of the whole process: a bundle may have this module twice, and each line must end before the next begins. */
const holder = globalThis as { lastingLines?: { file?: OpenFile; last: Promise<unknown> } };

const NAME = /^\d{4}-\d\d-\d\dT[\d-]+Z-[0-9a-f]{8}\.jsonl$/;
/** A disk that does not answer fails like one that is full. */
const WRITTEN_WITHIN_MS = 5_000;

/** Thrown when a line could not be brought to the disk. Says nothing of the line. */
export class NotLasting extends Error {
  override name = "NotLasting";
  constructor(readonly code: string) {
    super(`The line could not be written (${code})`);
  }
}

/**
 * Adds a line to this process's own file in the folder, and returns when the disk has it: a power cut does not lose it.
 * The file is made with its first line; after a failure the next line begins another file, so that half a line is
 * always the last of its file.
 * @throws NotLasting
 */
export function addLastingLine(folder: string, line: object): Promise<void> {
  const state = (holder.lastingLines ??= { last: Promise.resolve() });
  const written = state.last.then(() => addLine(folder, line));
  state.last = written.catch(() => undefined);
  return written;
}

async function addLine(folder: string, line: object): Promise<void> {
  const state = holder.lastingLines!;
  try {
    await inTime(async () => {
      const { handle } = (state.file = await fileIn(folder, state.file));
      // Not `write`, which may take a part of it on a disk that is nearly full.
      await handle.appendFile(`${JSON.stringify(line)}\n`);
      await handle.datasync();
    });
  } catch (error) {
    void state.file?.handle.close().catch(() => undefined);
    state.file = undefined;
    throw new NotLasting((error as NodeJS.ErrnoException).code ?? "EUNKNOWN");
  }
}

/** The open file while it stands in the folder: what is written to one that was moved or deleted, nobody would read. */
async function fileIn(folder: string, file: OpenFile | undefined): Promise<OpenFile> {
  if (file?.folder === folder && (await stat(file.path).catch(() => undefined))?.ino === file.inode) return file;
  await file?.handle.close().catch(() => undefined);
  return newFile(folder);
}

async function newFile(folder: string): Promise<OpenFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const moment = new Date().toISOString().replaceAll(/[:.]/g, "-");
  const file = path.join(folder, `${moment}-${randomUUID().slice(0, 8)}.jsonl`);
  const handle = await open(file, "ax", 0o600);
  // The file's name, too, must be on the disk.
  await syncFolder(folder);
  return { folder, path: file, inode: (await handle.stat()).ino, handle };
}

async function inTime(work: () => Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error("late"), { code: "ETIMEDOUT" })), WRITTEN_WITHIN_MS);
  });
  try {
    await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Every line of the folder, of all processes that ever wrote there, file by file in the order of their making. A last
 * line without its end was never promised to anybody, and is left out.
 * @param understand a line's JSON as what it should be, or null; the same function each time, since what it understood
 * of a file is remembered
 * @returns `damaged` names each line that is no JSON or not understood, as file and number
 * @throws when the folder is there and cannot be read
 */
export async function readLastingLines<Line>(
  folder: string,
  understand: (json: unknown) => Line | null,
): Promise<{ lines: Line[]; damaged: string[] }> {
  const read: ReadLines<Line>[] = [];
  for (const name of await filesOf(folder)) read.push(await readLines(path.join(folder, name), understand));
  return { lines: read.flatMap(({ lines }) => lines), damaged: read.flatMap(({ damaged }) => damaged) };
}

async function filesOf(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => NAME.test(name)).toSorted();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
