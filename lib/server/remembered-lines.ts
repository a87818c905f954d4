import "server-only";
import { createHash } from "node:crypto";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";

/** What one file has. */
export interface ReadLines<Line> {
  lines: readonly Line[];
  /** Lines that are no JSON or not understood, as file and number. */
  damaged: readonly string[];
}

interface Remembered<Line> extends ReadLines<Line> {
  /** The state in which it was read; null when it might change again without another state. */
  state: string | null;
  /** How many bytes those lines are, what they hash to, and how many there are, damaged ones too. */
  bytes: number;
  hash: string;
  count: number;
}

type Understand = (json: unknown) => unknown;

/** By what understood them and by file. Understanding is what takes time: 20,000 lines half a second, and 20 ms to read. */
const remembered = new WeakMap<Understand, Map<string, Remembered<unknown>>>();

/** A clock of files ticks each few milliseconds, and a file that was changed twice in one tick looks as if once. */
const SETTLED_AFTER_MS = 1_000;

/**
 * Every whole line of a file. What was understood before is understood no second time: of a file that has grown only
 * what is new. One that was replaced, cut or written over is read anew, which its state or its bytes tell.
 * @param understand a line's JSON as what it should be, or null; the same function each time
 * @throws when the file cannot be read
 */
export async function readLines<Line>(
  file: string,
  understand: (json: unknown) => Line | null,
): Promise<ReadLines<Line>> {
  const known = (remembered.get(understand) ?? new Map()) as Map<string, Remembered<Line>>;
  remembered.set(understand, known);
  const before = known.get(file);
  const state = await stateOf(file);
  if (before && before.state !== null && before.state === state) return before;
  const now = readOn(path.basename(file), await readFile(file), before, understand);
  known.set(file, { ...now, state });
  return now;
}

/** Asked before the file is read: what is added meanwhile shows at the next look. */
async function stateOf(file: string): Promise<string | null> {
  const { ino, size, mtimeNs, ctimeNs, ctimeMs } = await stat(file, { bigint: true });
  return Date.now() - Number(ctimeMs) < SETTLED_AFTER_MS ? null : [ino, size, mtimeNs, ctimeNs].join(" ");
}

function readOn<Line>(
  name: string,
  whole: Buffer,
  before: Remembered<Line> | undefined,
  understand: (json: unknown) => Line | null,
): Omit<Remembered<Line>, "state"> {
  const isGrown = before !== undefined && hashOf(whole.subarray(0, before.bytes)) === before.hash;
  const { bytes, count, ...start } = isGrown ? before : { bytes: 0, count: 0, lines: [], damaged: [] };
  const end = whole.lastIndexOf("\n") + 1;
  if (isGrown && end <= bytes) return before;
  const added = whole.subarray(bytes, end).toString("utf8").split("\n").slice(0, -1);
  const [lines, damaged] = [[...start.lines], [...start.damaged]];
  for (const [index, text] of added.entries()) {
    const line = understand(parse(text));
    if (line === null) damaged.push(`${name}:${count + index + 1}`);
    else lines.push(line);
  }
  return { lines, damaged, bytes: end, hash: hashOf(whole.subarray(0, end)), count: count + added.length };
}

function hashOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("base64");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
