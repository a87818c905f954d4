import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { addLastingLine, NotLasting, readLastingLines } from "./lasting-lines";

const made: string[] = [];
let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-lines-"));
  made.push(folder);
});
afterAll(() => made.forEach((each) => rmSync(each, { recursive: true, force: true })));

const numberOf = (json: unknown) => {
  const { n } = (json ?? {}) as { n?: unknown };
  return typeof n === "number" ? n : null;
};
const read = () => readLastingLines(folder, numberOf);
const files = () => readdirSync(folder).filter((name) => name.endsWith(".jsonl"));

describe("lines that last", () => {
  test("are all there and whole, however many come at once, in a file that only its owner reads", async () => {
    const numbers = Array.from({ length: 200 }, (_, n) => n);
    await Promise.all(numbers.map((n) => addLastingLine(folder, { n, text: "x".repeat(n * 7) })));
    expect(await read()).toEqual({ lines: numbers, damaged: [] });
    expect(files()).toHaveLength(1);
    expect(statSync(path.join(folder, files()[0]!)).mode & 0o777).toBe(0o600);
  });

  test("are none where there is no folder, and the first one makes it", async () => {
    folder = path.join(folder, "deeper", "still");
    expect(await read()).toEqual({ lines: [], damaged: [] });
    await addLastingLine(folder, { n: 1 });
    expect(await read()).toEqual({ lines: [1], damaged: [] });
  });

  test("half a line at the end was promised to nobody; another damaged line is named", async () => {
    await addLastingLine(folder, { n: 1 });
    const file = path.join(folder, files()[0]!);
    appendFileSync(file, '{"n":2');
    expect(await read()).toEqual({ lines: [1], damaged: [] });
    appendFileSync(file, '\n{"m":3}\n{"n":4}\n');
    expect(await read()).toEqual({ lines: [1, 4], damaged: [`${files()[0]}:2`, `${files()[0]}:3`] });
  });

  test("cut at any byte, every line before the cut is still read", async () => {
    for (const n of [1, 22, 333, 4444]) await addLastingLine(folder, { n });
    const file = path.join(folder, files()[0]!);
    const whole = readFileSync(file);
    for (let length = 0; length <= whole.length; length += 1) {
      writeFileSync(file, whole.subarray(0, length));
      const ends = whole.subarray(0, length).filter((byte) => byte === 0x0a).length;
      expect(await read()).toEqual({ lines: [1, 22, 333, 4444].slice(0, ends), damaged: [] });
    }
  });

  test("go to a new file when somebody moved or deleted the present one", async () => {
    await addLastingLine(folder, { n: 1 });
    rmSync(path.join(folder, files()[0]!));
    await addLastingLine(folder, { n: 2 });
    expect(await read()).toEqual({ lines: [2], damaged: [] });
  });

  test("that cannot be written are said to be so, and the next one begins a file of its own", async () => {
    const blocked = path.join(folder, "blocked");
    writeFileSync(blocked, "no folder");
    await expect(addLastingLine(blocked, { n: 1 })).rejects.toBeInstanceOf(NotLasting);
    await expect(addLastingLine(blocked, { n: 1 })).rejects.toMatchObject({ code: "EEXIST" });
    await addLastingLine(folder, { n: 2 });
    await addLastingLine(folder, { n: 3 });
    expect(await read()).toEqual({ lines: [2, 3], damaged: [] });
  });
});
