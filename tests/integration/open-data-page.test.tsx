// The page about the open numbers says what the files hold, how old their sources are, and how often one may ask.
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { OpenData } from "@/components/open-data/open-data";
import { OPEN_LIMIT } from "@/lib/open-data/limit";
import { readEdition, readSourceFiles } from "@/lib/open-data/queries";
import { getNewestEdition } from "@/lib/rankings/queries";
import { db } from "@/lib/server/db";
import { formatDay, dayOf } from "@/lib/shared/dates";
import type { Locale } from "@/lib/shared/i18n";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

async function pageIn(locale: Locale): Promise<string> {
  const edition = await getNewestEdition();
  if (!edition) throw new Error("no edition");
  const files = await readSourceFiles(edition);
  return renderToStaticMarkup(
    <OpenData locale={locale} site="https://example.org" edition={edition} files={files} />,
  ).replaceAll("&#x27;", "'");
}

describe.each(["en", "es"] as const)("the page about the open numbers (%s)", (locale) => {
  test("says of each public source which file was read, of what day, and when it came into the records", async () => {
    const html = await pageIn(locale);
    const imports = await db.sourceEdition.findMany({ select: { source: true, importedAt: true } });
    expect(imports.map(({ source }) => source).toSorted()).toEqual(["dhcs", "samhsa"]);
    for (const { importedAt } of imports) expect(html).toContain(formatDay(locale, dayOf(importedAt)));
    expect(html).toContain(formatDay(locale, "2026-08-21"));
    expect(html).toContain("retrieved 2026-08-21");
    expect(html).toContain(
      { en: "edition 2024, whose answers are of 2023", es: "edición 2024, con respuestas de 2023" }[locale],
    );
  });

  test("does not speak of a file that came after the edition", async () => {
    const { id: _, importedAt, ...file } = await db.sourceEdition.findFirstOrThrow({ where: { source: "dhcs" } });
    const later = { asOf: new Date("2026-11-01T00:00:00Z"), importedAt: new Date(importedAt.getTime() + 86_400_000) };
    const { id } = await db.sourceEdition.create({
      data: { ...file, ...later, checksum: "later" },
      select: { id: true },
    });
    expect(await pageIn(locale)).not.toContain(formatDay(locale, "2026-11-01"));
    await db.sourceEdition.delete({ where: { id }, select: { id: true } });
  });

  test("states the limit that holds", async () => {
    const { points, seconds } = OPEN_LIMIT;
    expect(await pageIn(locale)).toContain(
      { en: `${points} requests in ${seconds} seconds`, es: `${points} solicitudes en ${seconds} segundos` }[locale],
    );
  });
});

test("what the page says the files hold is what they hold", async () => {
  const [json, csv] = await Promise.all([readEdition(1, "json"), readEdition(1, "csv")]);
  const document = JSON.parse(json?.body ?? "") as {
    method: object;
    entries: { criteria: object[]; score: number; low: number; high: number }[];
    excluded: Record<string, unknown>[];
  };
  expect(Object.keys(document.method)).toContain("groups");
  for (const { criteria, ...entry } of document.entries) {
    expect(criteria.length).toBeGreaterThan(0);
    expect(entry).toMatchObject({ score: expect.any(Number), low: expect.any(Number), high: expect.any(Number) });
  }
  // "The answers of places that are not ranked are not in these files …"
  for (const place of document.excluded)
    expect(Object.keys(place)).toEqual(["listing", "reason", "detail", "explanation"]);
  const lines = (csv?.body ?? "").trim().split(/\r\n(?=ranked|withdrawn|excluded)/);
  expect(lines).toHaveLength(1 + document.entries.length + document.excluded.length);
  expect(csv?.body).not.toContain('"groups"');
});
