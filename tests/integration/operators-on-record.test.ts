// What staff do to an operator is on record of every listing it touches, for whoever looks at what was decided about it.
import { expect, test } from "vitest";
import { giveListing, mergeOperators, releaseListing, saveOperator, takeOutName } from "@/lib/operators/mutations";
import { db } from "@/lib/server/db";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { federalFile, importLocally } from "../support/import-files";

testDatabase();

const staff = staffSession();
const HARBOR = "harbor-house-ca";
const SEASIDE = "seaside-clinic-ca";
const seen = (slug: string) => db.operator.findUniqueOrThrow({ where: { slug }, select: { id: true, version: true } });

test("merged, taken out, given, released, and with other legal entities; not with another name", async () => {
  await importLocally(
    "samhsa",
    "2024",
    federalFile(
      { name1: "Harbor House", street1: "1 Elm Street" },
      { name1: "Harbor House", street1: "2 Oak Street", phone: "213-555-0181" },
      { name1: "Seaside Clinic", street1: "3 Ash Street", phone: "213-555-0182" },
    ),
  );
  const { id: ash, slug } = await db.listing.findFirstOrThrow({ where: { street: { startsWith: "3 Ash" } } });
  const all = (await db.listing.findMany({ select: { id: true } })).map(({ id }) => id);
  expect(all).toHaveLength(3);
  let known = 0;
  const recorded = async () => {
    const events = await db.auditEvent.findMany({
      where: { action: "listing.operator_changed" },
      orderBy: [{ at: "asc" }, { id: "asc" }],
      skip: known,
    });
    known += events.length;
    return events.map(({ subjectId, actorId, after }) => [subjectId, actorId, after]).toSorted();
  };
  const of = (ids: string[], after: object | null) => ids.map((id) => [id, staff.staffId, after]).toSorted();
  await mergeOperators(staff, { ...(await seen(HARBOR)), other: SEASIDE, otherVersion: 1 });
  expect(await recorded()).toEqual(of([ash], { operator: HARBOR }));
  await takeOutName(staff, { ...(await seen(HARBOR)), key: SEASIDE });
  expect(await recorded()).toEqual(of([ash], { operator: SEASIDE }));
  await giveListing(staff, { ...(await seen(HARBOR)), listing: slug });
  expect(await recorded()).toEqual(of([ash], { operator: HARBOR }));
  await saveOperator(staff, { ...(await seen(HARBOR)), name: "Harbor House", legalEntities: ["HARBOR, INC."] });
  expect(await recorded()).toEqual(of(all, null));
  await saveOperator(staff, { ...(await seen(HARBOR)), name: "Harbor", legalEntities: ["HARBOR, INC."] });
  expect(await recorded()).toEqual([]);
  await releaseListing(staff, { ...(await seen(HARBOR)), listingId: ash });
  expect(await recorded()).toEqual(of([ash], { operator: SEASIDE }));
});
