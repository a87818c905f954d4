import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asLogLine, lineKeeper, passLines } from "./log-lines.mjs";

let folder = "";
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-logs-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const NOW = new Date("2026-11-29T12:00:00Z");
const TOKEN = "q7Zt1sX0pLw9_abc-DEF";

describe("a line of a log", () => {
  test.each([
    "▲ Next.js 16",
    '{"level":"info","event":"mail.sent"}',
    "{ not: json }",
    "[1, 2]",
    '"text"',
    "null",
    'a \u0000 b \\ " c',
  ])("is one JSON object, whatever was printed: %s", (line) => {
    const parsed: unknown = JSON.parse(asLogLine("site", line, NOW));
    expect(parsed).toBeTypeOf("object");
    expect(parsed).not.toBeNull();
    expect(parsed).not.toBeInstanceOf(Array);
  });

  test("of our logger stays as it is; another one is its text", () => {
    expect(asLogLine("site", '{"event":"mail.sent"}', NOW)).toBe('{"event":"mail.sent"}');
    expect(JSON.parse(asLogLine("site", "Ready", NOW))).toEqual({
      level: "info",
      time: "2026-11-29T12:00:00.000Z",
      event: "site.line",
      text: "Ready",
    });
  });

  test.each([
    `GET /inquiry/${TOKEN} 200`,
    `https://example.org/es/inquiry/${TOKEN}/narrow?add=x`,
    `{"path":"/inquiry/${TOKEN}"}`,
    `{"text":"at /inquiry/${TOKEN}\\n next"}`,
    `/inquiry/${TOKEN}#top and /inquiry/${TOKEN}`,
  ])("never has what opens a receipt: %s", (line) => {
    expect(asLogLine("site", line, NOW)).not.toContain(TOKEN);
  });
});

describe("a file of lines", () => {
  test("begins anew when it is full, keeps two older ones, and never takes more", () => {
    const file = path.join(folder, "logs", "site.log");
    const keep = lineKeeper(file, { maxBytes: 100 });
    for (let number = 1000; number < 1100; number += 1) keep(`line ${number}`);
    expect(readdirSync(path.dirname(file)).toSorted()).toEqual(["site.log", "site.log.1", "site.log.2"]);
    const text = ["site.log.2", "site.log.1", "site.log"].map((name) =>
      readFileSync(path.join(folder, "logs", name), "utf8"),
    );
    expect(Math.max(...text.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(text.join("").trimEnd().split("\n").at(-1)).toBe("line 1099");
  });

  test("that cannot be written loses the line and nothing else", () => {
    writeFileSync(path.join(folder, "site.log"), "");
    const keep = lineKeeper(path.join(folder, "site.log"));
    rmSync(folder, { recursive: true });
    expect(() => keep("lost")).not.toThrow();
  });

  test("has the last words of a process that dies", async () => {
    const file = path.join(folder, "site.log");
    const child = spawn(process.execPath, ["-e", "console.log('one'); console.error('two'); throw new Error('three')"]);
    passLines(child, "site", lineKeeper(file));
    await new Promise((closed) => child.once("close", closed));
    const texts = readFileSync(file, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => (JSON.parse(line) as { text: string }).text);
    expect(texts).toEqual(expect.arrayContaining(["one", "two", expect.stringContaining("three")]));
  });
});
