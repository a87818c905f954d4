// What staff say of who runs places decides with which licenses imports match them.
import { beforeEach, expect, test } from "vitest";
import { mergeOperators, saveOperator } from "@/lib/operators/mutations";
import { db } from "@/lib/server/db";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { federalFile, importLocally, stateFile } from "../support/import-files";

testDatabase();

const staff = staffSession();
const harbor = { name1: "Harbor House", street1: "1 Elm Street" };
const later = { ...harbor, street1: "2 Oak Street", phone: "213-555-0181" };
const seaside = { name1: "Seaside Clinic", street1: "3 Ash Street", phone: "213-555-0182" };
const other = { facility_name: "SEASIDE CLINIC", legal_entity: "WAVES LLC", address_line1: "1 ELM ST" };

const federal = (edition: string) => importLocally("samhsa", edition, federalFile(harbor, later, seaside));
const licensed = (...licenses: object[]) => importLocally("dhcs", "2026-08-21", stateFile(...licenses));
const operator = (name: string) => db.operator.findFirstOrThrow({ where: { name } });
const basis = async () => {
  const where = { listing: { knownByLicense: null } };
  return (await db.licenseMatch.findMany({ where, select: { basis: true } })).map((match) => match.basis);
};

beforeEach(async () => {
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`TRUNCATE "SourceEdition", "Listing", "License", "Operator", "SlugRedirect", "AuditEvent" CASCADE`,
  ]);
  await federal("2024");
});

test("a license in another name is the place's own once staff say that both names are one organization", async () => {
  await licensed(other);
  expect(await basis()).toEqual(["other_name"]);
  const [into, from] = [await operator("Harbor House"), await operator("Seaside Clinic")];
  const asked = { id: into.id, version: into.version, other: from.slug, otherVersion: from.version };
  expect(await mergeOperators(staff, asked)).toMatchObject({ outcome: "saved" });
  await federal("2025");
  expect(await basis()).toEqual(["own_address"]);
});

test("a license in another name is the place's own once staff say that its legal entity is theirs", async () => {
  await licensed(other);
  const { id, version, name } = await operator("Harbor House");
  await saveOperator(staff, { id, version, name, legalEntities: ["Waves LLC"] });
  await federal("2025");
  expect(await basis()).toEqual(["own_address"]);
});

test("no license is a place's own by a legal entity that only another match found", async () => {
  const own = { ...other, facility_name: "HARBOR HOUSE", address_line1: "2 OAK ST" };
  await licensed(own, { ...other, facility_name: "STRANGER PLACE", license_number: "190002AN" });
  await federal("2025");
  expect((await operator("Harbor House")).legalEntities).toEqual(["WAVES LLC"]);
  expect((await basis()).toSorted()).toEqual(["other_name", "own_address"]);
});
