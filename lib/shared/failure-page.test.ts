import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { FIRST_CRISIS_LINES as lines } from "./crisis-lines";
import { failurePage } from "./failure-page";
import { FAILURE_STYLE } from "./failure-style";

const STATUSES = [400, 403, 404, 405, 408, 409, 410, 413, 414, 417, 429, 431, 500, 502, 503];

test.each(STATUSES)("%i has a title, help lines with their day, and ways on, in both languages", (status) => {
  const pages = (["en", "es"] as const).map((locale) => failurePage({ status, locales: [locale], lines }));
  for (const page of pages) {
    expect(page.match(/<h1>/g)).toHaveLength(1);
    for (const { number } of lines.numbers) expect(page).toContain(`>${number}</strong>`);
    expect(page).not.toMatch(/\sstyle="|undefined|failures\.|https?:\/\/(?!www\.weather\.gov)/);
  }
  expect(pages[0]).toContain("November 21, 2026");
  expect(pages[1]).toContain("21 de noviembre de 2026");
});

test("a page in both languages says which words are which", () => {
  const page = failurePage({ status: 431, locales: ["en", "es"], lines });
  expect(page).toContain('<section lang="en">\n<h1>');
  expect(page).toContain('<section lang="es">\n<h2>');
});

test("only who was sending something is told about it, and only when it is our fault", () => {
  const told = (status: number, isSent: boolean) =>
    failurePage({ status, isSent, locales: ["en"], lines }).includes("whether it was kept");
  expect([told(500, true), told(500, false), told(405, true)]).toEqual([true, false, false]);
});

test("its colors are those of the site, in the light and in the dark", () => {
  const css = readFileSync(path.resolve("app/globals.css"), "utf8");
  const colors = [...FAILURE_STYLE.matchAll(/--[a-z-]+:#[0-9a-f]{6}/g)].map(([color]) => color.replace(":", ": "));
  expect(colors.length).toBe(20);
  expect(colors.filter((color) => !css.includes(`${color};`))).toEqual([]);
});
