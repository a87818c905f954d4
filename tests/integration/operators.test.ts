import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { takeBackImport } from "@/lib/imports/take-back";
import { system } from "@/lib/audit/actor";
import { testDatabase } from "../support/database";
import { federalFile, importLocally, stateFile } from "../support/import-files";

testDatabase();

beforeEach(async () => {
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`TRUNCATE "SourceEdition", "Listing", "License", "Operator", "SlugRedirect", "AuditEvent" CASCADE`,
  ]);
});

const operators = () =>
  db.operator.findMany({
    orderBy: { slug: "asc" },
    select: {
      slug: true,
      name: true,
      legalEntities: true,
      listings: { select: { slug: true }, orderBy: { slug: "asc" } },
    },
  });

test("spellings of one name are one operator, with the legal entities of its licenses", async () => {
  const file = federalFile(
    { name1: "Harbor Trt Ctr Inc", street1: "1 Elm Street" },
    { name1: "Harbor Treatment Center", street1: "2 Oak Street", phone: "213-555-0181" },
    { name1: "Harbor Light", street1: "3 Ash Street", phone: "213-555-0182" },
  );
  const report = await importLocally("samhsa", "2024", file);
  expect(report.new).toBe(3);
  expect(await operators()).toMatchObject([
    { slug: "harbor-light-ca", name: "Harbor Light", listings: [{}] },
    { slug: "harbor-treatment-center-ca", listings: [{}, {}] },
  ]);
  await importLocally(
    "dhcs",
    "2026-08-21",
    stateFile({ facility_name: "HARBOR TREATMENT CENTER", legal_entity: "HARBOR, INC.", address_line1: "1 ELM ST" }),
  );
  expect((await operators()).map(({ legalEntities }) => legalEntities)).toEqual([[], ["HARBOR, INC."]]);
  await takeBackImport(system("import"), report.number, false);
  expect(await operators()).toEqual([]);
});
