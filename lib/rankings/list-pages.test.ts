import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pageAt, partOf } from "./list-pages";
import { pageCountOf } from "@/lib/shared/page-count";

describe("the pages of a list", () => {
  const lists = fc.array(fc.nat(), { maxLength: 120 });
  const sizes = fc.integer({ min: 1, max: 30 });

  test("have every entry once, in the list's order, and say which they are", () => {
    fc.assert(
      fc.property(lists, sizes, (list, size) => {
        const count = pageCountOf(list.length, size);
        const parts = Array.from({ length: count }, (_, at) => partOf(list, at + 1, size)!);
        expect(parts.flatMap(({ entries }) => entries)).toEqual(list);
        for (const { page, pageCount, total, from, to, entries } of parts) {
          expect([pageCount, total]).toEqual([count, list.length]);
          expect(entries.length).toBeLessThanOrEqual(size);
          expect(list.slice(Math.max(0, from - 1), to)).toEqual(entries);
          expect(entries.map((_, at) => pageAt(from - 1 + at, size))).toEqual(entries.map(() => page));
        }
      }),
    );
  });

  test("end: there is none before the first or past the last, and none without a number", () => {
    fc.assert(
      fc.property(lists, sizes, (list, size) => {
        const outside = [null, 0, -1, pageCountOf(list.length, size) + 1];
        expect(outside.map((page) => partOf(list, page, size))).toEqual([null, null, null, null]);
      }),
    );
  });

  test("of an empty list are one, without an entry", () => {
    expect(partOf([], 1, 25)).toEqual({ page: 1, pageCount: 1, from: 0, to: 0, total: 0, entries: [] });
  });
});
