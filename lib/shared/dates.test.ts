import { expect, test } from "vitest";
import { formatMoment } from "./dates";

const WINTER = new Date("2026-11-30T02:46:00Z");
const SUMMER = new Date("2026-07-01T02:46:00Z");
/** Node.js writes a narrow space before PM. */
const plain = (text: string) => text.replaceAll(/\s/g, " ");

test("a moment says which zone its hour is in, in winter and in summer", () => {
  expect([WINTER, SUMMER].map((moment) => plain(formatMoment("en", moment)))).toEqual([
    "Nov 29, 2026, 6:46 PM PST",
    "Jun 30, 2026, 7:46 PM PDT",
  ]);
  expect([WINTER, SUMMER].map((moment) => plain(formatMoment("es", moment)))).toEqual([
    "29 nov 2026, 6:46 p.m. PST",
    "30 jun 2026, 7:46 p.m. PDT",
  ]);
});
