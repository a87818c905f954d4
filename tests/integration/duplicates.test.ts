import { beforeEach, describe, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { takeBackImport } from "@/lib/imports/take-back";
import { declareInterest } from "@/lib/interests/mutations";
import { hasInterest } from "@/lib/interests/queries";
import { findListing, findPresences } from "@/lib/listings/queries";
import { recordOutreach } from "@/lib/outreach/mutations";
import { countDuplicates, listDuplicates } from "@/lib/duplicates/admin-queries";
import { decideDuplicate, restateProposals } from "@/lib/duplicates/mutations";
import { db } from "@/lib/server/db";
import { holdStatements } from "@/lib/statements/queries";
import type { StaffSession } from "@/lib/staff/types";
import { testDatabase } from "../support/database";
import { federalFile, importedState, importLocally } from "../support/import-files";
import { newInquiry, outreachStaff as staff } from "../support/inquiry";

testDatabase();

beforeEach(async () => {
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`
      TRUNCATE "SourceEdition", "Listing", "License", "SlugRedirect", "AuditEvent", "DuplicateDecision", "StaffMember" CASCADE`,
  ]);
  const { staffId: id, name, email, role } = staff;
  await db.staffMember.create({ data: { id, name, email, role } });
});

const old = { name1: "Mobile Program", street1: "180 Old Street", phone: "213-555-0180" };
const moved = { ...old, street1: "900 New Boulevard", zip: "90026", service_code_info: "SA * OP * NU" };
const OLD = "mobile-program-los-angeles";
const NEW = "mobile-program-los-angeles-900";
const before = federalFile({}, old);
const after = federalFile({}, moved);
const first = () => importLocally("samhsa", "2023", before);
const second = () => importLocally("samhsa", "2024", after);

const queue = async () => (await listDuplicates(staff, 1)).proposals;
async function decide(isSame: boolean, who: StaffSession = staff) {
  const [proposal] = await queue();
  return decideDuplicate(who, { id: proposal?.id ?? "", isSame, note: "Called them." });
}
const place = (slug: string) =>
  db.listing.findUnique({
    where: { slug },
    select: { id: true, status: true, street: true, factSheets: { select: { asOf: true }, orderBy: { asOf: "asc" } } },
  });
const years = (found: Awaited<ReturnType<typeof place>>) => found?.factSheets.map(({ asOf }) => asOf.getUTCFullYear());

describe("a program that moved between two editions", () => {
  test("is two listings and a question, until somebody says so", async () => {
    await first();
    expect(await second()).toMatchObject({ new: 1, gone: [OLD], duplicates: 1 });
    expect(await findListing(OLD)).toMatchObject({
      state: "published",
      listing: { leftOutOf: { asOf: "2023-01-01" } },
    });
    expect(await findListing(NEW)).toMatchObject({ state: "published", listing: { leftOutOf: null } });
    expect(await queue()).toMatchObject([
      {
        former: { slug: OLD, street: "180 Old Street", namedIn: ["2022"] },
        later: { slug: NEW, street: "900 New Boulevard", namedIn: ["2023"] },
        signs: ["phone", "name"],
        isApproximate: true,
        keptSlug: OLD,
        isBlocked: false,
        leavesWork: false,
      },
    ]);
    expect(await countDuplicates(staff)).toBe(1);
  });

  test("is one listing once somebody does: the older keeps its page, takes the new columns, and the newer leads to it", async () => {
    await first();
    await second();
    const { id } = (await place(OLD))!;
    expect(await decide(true)).toEqual({ outcome: "decided", slugs: [OLD, NEW] });
    expect(await place(OLD)).toMatchObject({ id, status: "published", street: "900 New Boulevard" });
    expect(years(await place(OLD))).toEqual([2022, 2023]);
    expect(await place(NEW)).toBeNull();
    expect(await findListing(NEW)).toEqual({ state: "moved", slug: OLD });
    expect(await findListing(OLD)).toMatchObject({ listing: { leftOutOf: null } });
    expect(await queue()).toEqual([]);
    expect(await db.searchEntry.count()).toBe(2);
    expect(await db.auditEvent.findFirst({ where: { action: "duplicate.confirmed" } })).toMatchObject({
      actorId: staff.staffId,
      after: { former: OLD, later: NEW, kept: OLD, note: "Called them." },
    });
    const joined = await db.auditEvent.findMany({ where: { action: "listing.joined" } });
    expect(joined.map(({ subjectId, actorId, after }) => [subjectId === id, actorId, after])).toEqual([
      [true, staff.staffId, { with: NEW }],
      [false, staff.staffId, { with: OLD }],
    ]);
  });

  test("stays two once somebody says that, and is never asked again", async () => {
    await first();
    await second();
    expect(await decide(false)).toEqual({ outcome: "decided", slugs: [] });
    expect(await queue()).toEqual([]);
    expect(await importLocally("samhsa", "2025", after)).toMatchObject({ duplicates: 0 });
    expect((await place(OLD))?.street).toBe("180 Old Street");
    await takeBackImport(system("import"), 2, false);
    expect(await second()).toMatchObject({ duplicates: 0 });
  });

  test("is asked about alike when the older edition comes second, and the page that the public knows stays", async () => {
    await second();
    expect(await first()).toMatchObject({ duplicates: 1 });
    // Nothing is published twice: what only an older edition names is a draft.
    expect(await db.listing.count({ where: { status: "published" } })).toBe(2);
    const [proposal] = await queue();
    expect(proposal).toMatchObject({ former: { presence: "gone" }, keptSlug: OLD });
    const { id } = (await place(OLD))!;
    await decide(true);
    expect(await place(OLD)).toMatchObject({ id, status: "published", street: "900 New Boulevard" });
    expect(years(await place(OLD))).toEqual([2022, 2023]);
    expect(await db.listing.count()).toBe(2);
  });
});

describe("what was decided outlives imports", () => {
  test("the same files again change nothing", async () => {
    await first();
    await second();
    await decide(true);
    const state = await importedState();
    for (const run of [first, second]) expect(await run()).toMatchObject({ new: 0, changed: 0, duplicates: 0 });
    expect(await importedState()).toEqual(state);
  });

  test.each([
    ["the newer edition", 2, second],
    ["the older edition", 1, first],
  ])("%s, taken back and imported once more, gives the one listing again", async (_, number, again) => {
    await first();
    await second();
    await decide(true);
    const { places } = await importedState();
    await takeBackImport(system("import"), number, false);
    await again();
    expect((await importedState()).places).toEqual(places);
  });

  test("taking the newer edition back leaves what was before it", async () => {
    await first();
    const { places } = await importedState();
    await second();
    await decide(true);
    await takeBackImport(system("import"), 2, false);
    expect((await importedState()).places).toEqual(places);
    expect(await findListing(NEW)).toEqual({ state: "moved", slug: OLD });
  });

  test("taking an edition back takes back what was asked because of it", async () => {
    await first();
    await second();
    await takeBackImport(system("import"), 2, false);
    expect(await queue()).toEqual([]);
    await importLocally("samhsa", "2024", federalFile({}, old, moved));
    expect(await importLocally("samhsa", "2025", after, { confirm: true })).toMatchObject({ duplicates: 0 });
    // Without the edition that named both.
    await takeBackImport(system("import"), 3, false);
    expect(await queue()).toHaveLength(1);
  });

  test("the next edition finds the one listing, and it may move again", async () => {
    await first();
    await second();
    await decide(true);
    expect(await importLocally("samhsa", "2025", after)).toMatchObject({ new: 0, duplicates: 0 });
    const third = { ...moved, street1: "7 Elm Street", zip: "90013" };
    expect(await importLocally("samhsa", "2026", federalFile({}, third))).toMatchObject({ new: 1, duplicates: 1 });
    await decide(true);
    expect(years(await place(OLD))).toEqual([2022, 2023, 2024, 2025]);
    expect(await db.listing.count()).toBe(2);
    // All that it was is one place by now, in whatever order lists come.
    await importLocally("samhsa", "2022", before);
    expect(await db.listing.count()).toBe(2);
  });
});

describe("what is on record", () => {
  test("a ranking edition keeps the listing it named; its address leads to the one that stays", async () => {
    await first();
    await second();
    const { id } = (await place(NEW))!;
    await db.correction.create({ data: { ...report, listingId: (await place(OLD))!.id } });
    await nameInEdition(id);
    await decide(true);
    expect(await db.listing.findUnique({ where: { id }, select: { status: true, siteKey: true } })).toEqual({
      status: "archived",
      siteKey: null,
    });
    expect(await findListing(NEW)).toEqual({ state: "moved", slug: OLD });
    expect(await findPresences([NEW, OLD])).toEqual(new Map([[NEW, "open"], [OLD, "open"]])); // prettier-ignore
    expect(await second()).toMatchObject({ new: 0, changed: 0 });
  });

  test("the newer one stays when only of that one staff or people left a trace", async () => {
    await first();
    await second();
    const { id } = (await place(NEW))!;
    await db.correction.create({ data: { ...report, listingId: id } });
    await nameInEdition((await place(OLD))!.id);
    expect(await queue()).toMatchObject([{ keptSlug: NEW, leavesWork: false }]);
    await decide(true);
    expect(await findListing(OLD)).toEqual({ state: "moved", slug: NEW });
    expect(years(await place(NEW))).toEqual([2022, 2023]);
    expect((await place(NEW))?.id).toBe(id);
    // A corrected list of then names what is another listing by now, also where an edition keeps the former on record.
    await importLocally("samhsa", "2023", federalFile({}, { ...old, city: "L.A." }));
    expect(await place(OLD)).toMatchObject({ status: "archived", factSheets: [] });
    expect(years(await place(NEW))).toEqual([2022, 2023]);
  });

  test("a permission is never moved: where people name both, they stay two", async () => {
    await first();
    await second();
    for (const slug of [OLD, NEW]) {
      const { id: inquiryId } = await newInquiry();
      const contact = { inquiryId, listingId: (await place(slug))!.id, way: "call" as const };
      expect(await recordOutreach(staff, { ...contact, shared: ["needs"] })).toMatchObject({ status: "ok" });
    }
    expect(await queue()).toMatchObject([{ isBlocked: true }]);
    expect(await decide(true)).toEqual({ outcome: "both_named" });
    expect(await place(NEW)).not.toBeNull();
    expect(await decide(false)).toEqual({ outcome: "decided", slugs: [] });
  });

  test("whoever has an interest in either decides nothing, and has it in what the two are", async () => {
    await first();
    await second();
    await declareInterest(staff, NEW, "owns_part");
    expect(await decide(true)).toEqual({ outcome: "interested" });
    expect(await db.duplicateDecision.count()).toBe(0);
    await db.staffMember.create({ data: { id: "kim", name: "Kim", email: "kim@example.org", role: "editor" } });
    expect(await decide(true, { ...staff, staffId: "kim" })).toMatchObject({ outcome: "decided" });
    expect(await hasInterest(staff.staffId, (await place(OLD))!.id)).toBe(true);
  });

  test("a decision stands", async () => {
    await first();
    await second();
    await decide(false);
    await expect(db.$executeRaw`DELETE FROM "DuplicateDecision"`).rejects.toThrow("is frozen");
    await expect(db.$executeRaw`UPDATE "DuplicateDecision" SET "isSame" = true`).rejects.toThrow("is frozen");
  });
});

test("pressed twice it is one decision, another answer is too late, and a running import is waited for", async () => {
  await first();
  await second();
  const [proposal] = await queue();
  const verdict = { id: proposal?.id ?? "", isSame: true, note: "Called them." };
  await db.$transaction(async (tx) => {
    await holdStatements(tx);
    expect(await decideDuplicate(staff, verdict)).toEqual({ outcome: "busy" });
  });
  expect(await decideDuplicate(staff, verdict)).toMatchObject({ outcome: "decided" });
  expect(await decideDuplicate(staff, verdict)).toEqual({ outcome: "decided", slugs: [] });
  expect(await decideDuplicate(staff, { ...verdict, isSame: false })).toEqual({ outcome: "gone" });
  expect(await db.auditEvent.count({ where: { action: { startsWith: "duplicate" } } })).toBe(1);
});

test("a place that staff archived is asked about no more", async () => {
  for (const run of [first, second]) await run();
  await db.listing.update({ where: { slug: OLD }, data: { status: "archived" } });
  expect([await queue(), await countDuplicates(staff)]).toEqual([[], 0]);
  expect(await db.$transaction((tx) => restateProposals(tx))).toBe(0);
});

const words = { topic: "contact", grounds: "asked_them", wrong: "x", locale: "en" } as const;
const report = { reference: "COR-AAAAAA", contentHash: "x", ...words };
/** As if an edition had named it. */
async function nameInEdition(listingId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.rankingExclusion.create({
      data: { editionId: crypto.randomUUID(), listingId, reason: "closed", criteria: {} },
      select: { id: true },
    });
  });
}
