import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";

const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** The present file and two older ones. */
const FILES = 3;
/** What follows opens a person's receipt. */
const RECEIPT = /(\/inquiry\/)[^\s"'`?#\\]+/g;

/**
 * A line of a process as a line of its log: one JSON object, without what follows `/inquiry/` in a URL. Our own logger
 * writes JSON already; what the framework prints becomes the text of one.
 * @param {string} name of the process
 * @param {string} line
 * @param {Date} [now]
 * @returns {string}
 */
export function asLogLine(name, line, now = new Date()) {
  const text = line.replaceAll(RECEIPT, "$1…");
  if (isObject(text)) return text;
  return JSON.stringify({ level: "info", time: now.toISOString(), event: `${name}.line`, text });
}

/**
 * Passes the lines of a process on as they come, each as a line of a log.
 * @param {import("node:child_process").ChildProcess} child with pipes for its output
 * @param {string} name
 * @param {(line: string) => void} keep never throws
 */
export function passLines(child, name, keep) {
  for (const input of [child.stdout, child.stderr]) {
    if (!input) continue;
    createInterface({ input }).on("line", (line) => line.trim() && keep(asLogLine(name, line)));
  }
}

/**
 * Keeps lines in a file that begins anew when it is full, with a few older ones beside it. A line is on its way to the
 * disk when this returns, so that the last words of a process that dies are there. A line that the disk does not take is
 * lost, and nobody ends for it.
 * @param {string} file
 * @param {{ maxBytes?: number }} [bounds]
 * @returns {(line: string) => void}
 */
export function lineKeeper(file, { maxBytes = MAX_FILE_BYTES } = {}) {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  rmSync(file, { force: true });
  let bytes = 0;
  return (line) => {
    const text = `${line}\n`;
    const size = Buffer.byteLength(text);
    try {
      if (bytes + size > maxBytes) bytes = turn(file);
      appendFileSync(file, text, { mode: 0o600 });
      bytes += size;
    } catch {
      // The disk is full, or gone: what the process does matters more than what it says.
    }
  };
}

/** @param {string} file */
function turn(file) {
  for (let older = FILES - 1; older > 0; older -= 1) {
    const newer = older === 1 ? file : `${file}.${older - 1}`;
    if (statSync(newer, { throwIfNoEntry: false })) renameSync(newer, `${file}.${older}`);
  }
  return 0;
}

/** @param {string} text */
function isObject(text) {
  if (!text.startsWith("{")) return false;
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}
