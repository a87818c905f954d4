import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { takeBackImport } from "@/lib/imports/take-back";
import { system } from "@/lib/audit/actor";
import { getListing } from "@/lib/listings/admin-queries";
import { saveListing } from "@/lib/listings/mutations";
import { findListing } from "@/lib/listings/queries";
import { listingSchema } from "@/lib/listings/schema";
import { findOperators, getOperator, listOperators } from "@/lib/operators/admin-queries";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { federalFile, importLocally, stateFile } from "../support/import-files";
import { assignOperators, mergeOperators, takeOutName } from "@/lib/operators/mutations";
import { operatorKey } from "@/lib/operators/operator-key";
import { newOperator } from "../support/operators";

testDatabase();

const staff = staffSession();

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
  // The state's list names the one still.
  expect(await operators()).toMatchObject([
    { slug: "harbor-treatment-center-ca", listings: [{ slug: "harbor-treatment-center-los-angeles-190001an" }] },
  ]);
});

test("the page of a place names the operator's other public listings, and no other", async () => {
  const { name, listings } = await newOperator(3);
  const [one, two, draft] = listings;
  await db.listing.update({ where: { id: draft!.id }, data: { status: "draft" } });
  const found = await findListing(one!.slug);
  expect(found).toMatchObject({ listing: { operator: { name, others: [{ slug: two!.slug }] } } });
});

test("a change of a listing remakes the pages of the others of its operator, which name it", async () => {
  const { listings } = await newOperator(2);
  const { version, values } = (await getListing(staff, listings[0]!.id))!;
  const typed = listingSchema.parse({ id: listings[0]!.id, version, ...values, unit: "Women" });
  const slugs = listings.map(({ slug }) => slug);
  expect(await saveListing(staff, typed)).toEqual({ outcome: "saved", slugs: expect.arrayContaining(slugs) });
});

test("staff find an operator by a name that sources have", async () => {
  const { id, name } = await newOperator(3);
  await db.operator.update({ where: { id }, data: { name: "Another name" } });
  const q = name.toUpperCase().replace(" ", "  ");
  expect(await listOperators(staff, { q, page: 1 })).toMatchObject({ total: 1, rows: [{ id, listings: 3 }] });
  expect(await listOperators(staff, { q: "zzz 100%", page: 9 })).toEqual({ rows: [], total: 0, pages: 1, page: 1 });
  expect(await findOperators(staff, id, q)).toEqual([]);
  expect(await getOperator(staff, "nothing")).toBeNull();
});

test("others whose licenses name the same legal entity are a hint, whatever its marks and capitals", async () => {
  const [hill, shore, other] = [await newOperator(), await newOperator(), await newOperator()];
  const name = (id: string, ...legalEntities: string[]) =>
    db.operator.update({ where: { id }, data: { legalEntities } });
  await name(hill.id, "Sea, LLC");
  await name(shore.id, "OTHER", "SEA LLC.");
  await name(other.id, "SEASIDE LLC");
  expect((await getOperator(staff, hill.id))?.alike.map(({ slug }) => slug)).toEqual([shore.slug]);
  expect((await getOperator(staff, other.id))?.alike).toEqual([]);
});

test("a name that is taken out takes no listing of another operator along: imports do", async () => {
  const [house, other] = [await newOperator(), await newOperator()];
  const name = `Hill ${house.name}`;
  await db.operatorName.create({ data: { key: operatorKey(name, "CA"), operatorId: house.id } });
  for (const { listings } of [house, other])
    await db.listing.update({ where: { id: listings[0]!.id }, data: { name } });
  const key = operatorKey(name, "CA");
  await takeOutName(staff, { id: house.id, version: 1, key });
  const taken = async () =>
    db.operator.findFirst({ where: { slug: key }, select: { listings: { select: { slug: true } } } });
  expect(await taken()).toEqual({ listings: [{ slug: house.listings[0]!.slug }] });
  await db.$transaction((tx) => assignOperators(tx));
  expect((await taken())?.listings).toHaveLength(2);
});

test("a name that is taken out takes along a listing whose name staff mended to it, and imports leave it there", async () => {
  const [one, other] = [{ name1: "Harbor House" }, { name1: "Seaside Clinic", street1: "3 Ash Street" }];
  const file = federalFile(one, { ...one, street1: "2 Oak Street" }, other);
  await importLocally("samhsa", "2024", file);
  const { id, version } = await db.operator.findUniqueOrThrow({ where: { slug: "harbor-house-ca" } });
  const from = await db.operator.findUniqueOrThrow({ where: { slug: "seaside-clinic-ca" } });
  await mergeOperators(staff, { id, version, other: from.slug, otherVersion: from.version });
  const mended = { name: "Seaside Clinic", staffFields: ["name"] };
  await db.listing.updateMany({ where: { street: { startsWith: "2 Oak" } }, data: mended });
  expect(await takeOutName(staff, { id, version: version + 1, key: from.slug })).toMatchObject({ outcome: "saved" });
  const [, taken] = await operators();
  expect(taken).toMatchObject({ slug: from.slug, listings: [{}, {}] });
  await importLocally("samhsa", "2025", file);
  expect((await operators())[1]).toEqual(taken);
});
