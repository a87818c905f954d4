import fc from "fast-check";
import { expect, test } from "vitest";
import { formatMoment, utcMoment, utcUntil } from "./dates";

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

test("a moment at a terminal has its zone, and one until which something is kept is never too early", () => {
  expect(utcMoment(new Date("2026-11-30T07:59:59.999Z"))).toBe("2026-11-30 07:59 UTC");
  expect(utcUntil(new Date("2026-11-30T07:59:00.001Z"))).toBe("2026-11-30 08:00 UTC");
  const moments = fc.date({ min: new Date("2020-01-01"), max: new Date("2099-01-01"), noInvalidDate: true });
  fc.assert(
    fc.property(moments, (moment) => {
      const late = Date.parse(utcUntil(moment).replace(" UTC", "Z").replace(" ", "T")) - moment.getTime();
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(60_000);
    }),
  );
});
