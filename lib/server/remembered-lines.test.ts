import { appendFileSync, mkdtempSync, renameSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { readLines } from "./remembered-lines";

const folder = mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-remembered-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let understood: string[] = [];
const wordOf = (json: unknown) => {
  if (typeof json !== "string") return null;
  understood.push(json);
  return json;
};
let made = 0;
let file = "";
beforeEach(() => {
  file = path.join(folder, `${(made += 1)}.jsonl`);
  understood = [];
});
const read = () => readLines(file, wordOf);
const linesOf = (...words: string[]) => words.map((word) => `${JSON.stringify(word)}\n`).join("");

describe("a file that", () => {
  test("has grown is understood from where it ended, with the numbers of its damaged lines", async () => {
    writeFileSync(file, `${linesOf("a")}broken\n"half`);
    expect(await read()).toMatchObject({ lines: ["a"], damaged: [`${path.basename(file)}:2`] });
    appendFileSync(file, `"\n${linesOf("b")}5\n`);
    const damaged = [2, 5].map((number) => `${path.basename(file)}:${number}`);
    expect(await read()).toMatchObject({ lines: ["a", "half", "b"], damaged });
    expect(understood).toEqual(["a", "half", "b"]);
  });

  test("is as it was for a while is not even opened", async () => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
    try {
      writeFileSync(file, linesOf("a", "b"));
      const first = await read();
      expect((await read()).lines).toBe(first.lines);
      expect(understood).toEqual(["a", "b"]);
      // Another state, though nothing of it can be seen in size and time.
      writeFileSync(`${file}.new`, linesOf("a", "c"));
      const time = new Date(Date.now() - 120_000);
      for (const each of [file, `${file}.new`]) utimesSync(each, time, time);
      await read();
      renameSync(`${file}.new`, file);
      expect((await read()).lines).toEqual(["a", "c"]);
    } finally {
      vi.useRealTimers();
    }
  });

  test("is gone is said to be, though it was read before", async () => {
    writeFileSync(file, linesOf("a"));
    await read();
    rmSync(file);
    await expect(read()).rejects.toMatchObject({ code: "ENOENT" });
  });
});

const CHANGES = ["add", "cut", "write over", "replace"] as const;

test("whatever is done to a file, what is read is what it has", async () => {
  const change = fc.record({ way: fc.constantFrom(...CHANGES), text: fc.constantFrom("a", "é", "bb"), at: fc.nat(40) });
  await fc.assert(
    fc.asyncProperty(fc.array(change, { maxLength: 8 }), async (changes) => {
      file = path.join(folder, `${(made += 1)}.jsonl`);
      let whole = Buffer.alloc(0);
      writeFileSync(file, whole);
      for (const { way, text, at } of changes) {
        const added = Buffer.from(linesOf(text, `${at}`));
        if (way === "add") appendFileSync(file, added);
        else if (way === "cut") truncateSync(file, Math.min(at, whole.length));
        else if (way === "write over") writeFileSync(file, Buffer.concat([added, whole.subarray(added.length)]));
        else {
          writeFileSync(`${file}.new`, added);
          renameSync(`${file}.new`, file);
        }
        if (way === "add") whole = Buffer.concat([whole, added]);
        else if (way === "cut") whole = whole.subarray(0, Math.min(at, whole.length));
        else whole = way === "replace" ? added : Buffer.concat([added, whole.subarray(added.length)]);
        const { lines, damaged } = await read();
        // A function that has read nothing yet remembers nothing.
        expect({ lines, damaged }).toMatchObject(await readAnew());
      }
    }),
    { numRuns: 60 },
  );
});

async function readAnew() {
  const { lines, damaged } = await readLines(file, (json) => wordOf(json));
  return { lines, damaged };
}
