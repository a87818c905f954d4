// No place is contacted outside an active consent's scope: in code, in raw SQL, and when two do it at once.
import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { currentConsent } from "@/lib/inquiries/consent";
import { newReference } from "@/lib/inquiries/inquiry-reference";
import { noteOutcome, recordOutreach } from "@/lib/outreach/mutations";
import { db } from "@/lib/server/db";
import { eraseOwnInquiry } from "@/lib/receipts/mutations";
import { testDatabase } from "../support/database";
import { openDatabase, OUTREACH_ROW } from "../support/database-prompt";
import { newInquiry, newListing, outreachStaff as staff, receiptHolder } from "../support/inquiry";

testDatabase();

const DAY = 24 * 3600 * 1000;
let place = "";
let otherPlace = "";
let unlisted = "";
beforeAll(async () => {
  place = await newListing();
  otherPlace = await newListing();
  unlisted = await newListing({ status: "archived" });
});

const consentOf = (inquiryId: string) =>
  db.consent.findFirstOrThrow({ where: { inquiryId, replacedBy: null }, select: { id: true } });
const end = (inquiryId: string, ending: "withdrawn" | "narrowed" | "erased" = "withdrawn") =>
  db.consent.updateMany({ where: { inquiryId, endedAt: null }, data: { ending, endedAt: new Date() } });
/** An inquiry whose consent is as old as asked, which no form can make. */
async function inquiryOf(givenAt: Date, expiresAt: Date): Promise<{ id: string }> {
  const { version, locale } = currentConsent("en");
  return db.inquiry.create({
    data: {
      reference: newReference(),
      idempotencyKey: randomUUID(),
      locale,
      name: "x",
      phone: "x",
      message: "x",
      consents: { create: { textVersion: version, locale, givenAt, expiresAt } },
    },
    select: { id: true },
  });
}

const contact = (inquiryId: string, listingId = place) =>
  recordOutreach(staff, { inquiryId, listingId, way: "call", shared: ["needs"] });

describe("with a consent that covers the place", () => {
  test("a contact is written with the consent it rests on, the database's time, and an audit event", async () => {
    const { id } = await newInquiry();
    const before = Date.now();
    const recorded = await contact(id);
    expect(recorded).toMatchObject({ status: "ok" });
    const [row] = await db.outreach.findMany({ where: { inquiryId: id } });
    expect(row).toMatchObject({ ...(await idOf(id)), listingId: place, way: "call", shared: ["needs"], outcome: null });
    expect(Math.abs(row!.contactedAt.getTime() - before)).toBeLessThan(10_000);
    expect(await db.auditEvent.findMany({ where: { subjectId: id } })).toMatchObject([
      { actorId: "sam", action: "outreach.recorded", after: { listingId: place, way: "call", shared: ["needs"] } },
    ]);
  });

  const idOf = async (inquiryId: string) => ({ consentId: (await consentOf(inquiryId)).id });

  test("what came of it is noted, changed, and still may be when the consent has ended", async () => {
    const { id } = await newInquiry();
    const recorded = await contact(id);
    if (recorded.status !== "ok") throw new Error(recorded.code);
    await noteOutcome(staff, recorded.id, { outcome: "no_answer", nextStep: "we_try_again" });
    await end(id);
    await noteOutcome(staff, recorded.id, { outcome: "has_room", nextStep: "person_contacts_place" });
    expect(await db.outreach.findUnique({ where: { id: recorded.id } })).toMatchObject({ outcome: "has_room" });
    expect(await noteOutcome(staff, randomUUID(), { outcome: "no_room", nextStep: "none" })).toEqual({
      status: "gone",
    });
  });
});

describe("refused, by the code with a reason and by the database whoever asks", () => {
  const soon = () => new Date(Date.now() + DAY);

  test.each<[string, () => Promise<{ id: string }>, (() => string) | undefined, string, RegExp]>([
    [
      "withdrawn",
      () => newInquiry().then(async (made) => (await end(made.id), made)),
      undefined,
      "withdrawn",
      /has ended/,
    ],
    [
      "narrowed away",
      () => newInquiry().then(async (made) => (await end(made.id, "narrowed"), made)),
      undefined,
      "withdrawn",
      /has ended/,
    ],
    [
      "expired",
      () => inquiryOf(new Date(Date.now() - 3 * DAY), new Date(Date.now() - 1000)),
      undefined,
      "expired",
      /has expired/,
    ],
    ["for other named places", () => newInquiry({ places: [otherPlace] }), undefined, "out_of_scope", /does not name/],
    [
      "of an erased inquiry",
      () => newInquiry().then(async (made) => (await eraseOwnInquiry(await receiptHolder(made.reference)), made)),
      undefined,
      "erased",
      /is erased/,
    ],
    ["for a place that is listed no more", () => newInquiry(), () => unlisted, "not_listed", /not listed/],
    ["for a place that never was", () => newInquiry(), () => randomUUID(), "not_listed", /not listed/],
  ])("a consent that is %s", async (_, make, where, code, words) => {
    const { id } = await make();
    const listingId = where?.() ?? place;
    expect(await contact(id, listingId)).toEqual({ status: "refused", code });
    await expectRefusal(id, (await consentOf(id)).id, words, listingId);
    expect(await db.outreach.count({ where: { inquiryId: id } })).toBe(0);
  });

  test("a consent that has not begun, by the database's own clock", async () => {
    const { id } = await inquiryOf(soon(), new Date(Date.now() + 2 * DAY));
    await expectRefusal(id, (await consentOf(id)).id, /has not begun/);
    expect(await db.outreach.count({ where: { inquiryId: id } })).toBe(0);
  });

  test("an inquiry that is none, and another inquiry's consent", async () => {
    const [one, other] = [await newInquiry(), await newInquiry()];
    expect(await contact(randomUUID())).toEqual({ status: "refused", code: "gone" });
    await expectRefusal(one.id, (await consentOf(other.id)).id, /not one of this inquiry/);
    await expectRefusal(randomUUID(), (await consentOf(other.id)).id, /is erased/);
    await expectRefusal(one.id, randomUUID(), /not one of this inquiry/);
  });

  test("telling a place more than was allowed", async () => {
    const { id } = await newInquiry();
    const asked = await recordOutreach(staff, {
      inquiryId: id,
      listingId: place,
      way: "call",
      shared: ["needs", "phone"],
    });
    expect(asked).toEqual({ status: "refused", code: "not_shareable" });
    await expectRefusal(id, (await consentOf(id)).id, /does not allow to share/, place, ["phone"]);
  });

  async function expectRefusal(inquiryId: string, consentId: string, words: RegExp, ...rest: [string?, string[]?]) {
    const client = await openDatabase();
    const [listingId = place, shared = ["needs"]] = rest;
    await expect(client.query(OUTREACH_ROW, [inquiryId, consentId, listingId, shared])).rejects.toThrow(words);
  }
});

describe("a prompt at the database gets no further", () => {
  const sql = async (text: string, ...values: unknown[]) => (await openDatabase()).query(text, values);

  test("a contact cannot be back-dated, nor dated ahead", async () => {
    const { id } = await newInquiry();
    const { id: consentId } = await consentOf(id);
    for (const away of ["- interval '2 seconds'", "+ interval '2 seconds'"]) {
      const dated = OUTREACH_ROW.replace(`"updatedAt")`, `"updatedAt", "contactedAt")`).replace(
        /\)$/,
        `, utc_clock() ${away})`,
      );
      await expect(sql(dated, id, consentId, place, ["needs"])).rejects.toThrow("written as it is made");
    }
  });

  test.each([
    `"listingId" = $2::uuid`,
    `"consentId" = $2::uuid`,
    `"inquiryId" = $2::uuid`,
    `"contactedAt" = now() - interval '1 day' + ($2::text IS NULL)::int * interval '1 day'`,
    `"shared" = ARRAY['phone']::"SharedField"[] || ARRAY[]::"SharedField"[] , "staffMemberId" = $2::text`,
  ])("nor changed afterwards: SET %s", async (change) => {
    const { id } = await newInquiry();
    await contact(id);
    await expect(sql(`UPDATE "Outreach" SET ${change} WHERE "inquiryId" = $1::uuid`, id, otherPlace)).rejects.toThrow(
      /is frozen/,
    );
  });

  test("nor removed, alone, with its inquiry, its consent or its place, nor all at once", async () => {
    const { id } = await newInquiry();
    await contact(id);
    await expect(sql(`DELETE FROM "Outreach" WHERE "inquiryId" = $1`, id)).rejects.toThrow("is frozen");
    await expect(sql(`DELETE FROM "Inquiry" WHERE "id" = $1`, id)).rejects.toThrow(/Outreach/);
    await expect(sql(`DELETE FROM "Consent" WHERE "inquiryId" = $1`, id)).rejects.toThrow("is frozen");
    await expect(sql(`DELETE FROM "Listing" WHERE "id" = $1`, place)).rejects.toThrow(/Outreach|ConsentPlace/);
    for (const table of ["Outreach", "ConsentPlace", "ConsentText", "Consent", "Inquiry"]) {
      await expect(sql(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow("is frozen");
    }
  });

  test("a consent's end cannot be taken back, moved, or set to another moment than now", async () => {
    const { id } = await newInquiry();
    await sql(`UPDATE "Consent" SET "ending" = 'withdrawn', "endedAt" = '2020-01-01' WHERE "inquiryId" = $1`, id);
    const { endedAt } = await db.consent.findFirstOrThrow({ where: { inquiryId: id } });
    expect(Math.abs(endedAt!.getTime() - Date.now())).toBeLessThan(10_000);
    for (const change of [`"ending" = NULL, "endedAt" = NULL`, `"endedAt" = now() + interval '1 day'`]) {
      await expect(sql(`UPDATE "Consent" SET ${change} WHERE "inquiryId" = $1`, id)).rejects.toThrow("is frozen");
    }
  });

  test.each([
    `"scope" = 'any_listed', "placeCount" = 0`,
    `"expiresAt" = "expiresAt" + interval '1 day'`,
    `"mayShare" = ARRAY['needs', 'phone']::"SharedField"[]`,
    `"givenAt" = "givenAt" - interval '1 day'`,
    `"textVersion" = "textVersion" || 'x'`,
    `"placeCount" = 2`,
    `"inquiryId" = gen_random_uuid()`,
  ])("a consent cannot be widened: SET %s", async (change) => {
    const { id } = await newInquiry({ places: [otherPlace] });
    await expect(sql(`UPDATE "Consent" SET ${change} WHERE "inquiryId" = $1`, id)).rejects.toThrow("is frozen");
  });

  test("no place can be added to a consent, exchanged or taken away", async () => {
    const { id } = await newInquiry({ places: [otherPlace] });
    const { id: consentId } = await consentOf(id);
    await expect(sql(`INSERT INTO "ConsentPlace" VALUES ($1, $2)`, consentId, place)).rejects.toThrow(
      "no more and no fewer",
    );
    await expect(
      sql(`UPDATE "ConsentPlace" SET "listingId" = $2 WHERE "consentId" = $1`, consentId, place),
    ).rejects.toThrow("is frozen");
    await expect(sql(`DELETE FROM "ConsentPlace" WHERE "consentId" = $1`, consentId)).rejects.toThrow("is frozen");
    expect(await contact(id)).toEqual({ status: "refused", code: "out_of_scope" });
  });

  test("a second, wider consent cannot be slipped in, before or after the first has ended", async () => {
    const { id } = await newInquiry({ places: [otherPlace] });
    const wider = `INSERT INTO "Consent" ("id", "inquiryId", "textVersion", "locale", "givenAt", "expiresAt", "replacesId")
      SELECT gen_random_uuid(), "inquiryId", "textVersion", "locale", "givenAt", "expiresAt", $2::uuid FROM "Consent" WHERE "inquiryId" = $1`;
    await expect(sql(wider, id, null)).rejects.toThrow(/Consent_first_of_inquiry_key|Consent_open_of_inquiry_key/);
    await end(id);
    await expect(sql(wider, id, null)).rejects.toThrow("Consent_first_of_inquiry_key");
    await expect(sql(wider, id, (await consentOf(id)).id)).rejects.toThrow("by a narrower one only");
  });

  test("a consent's words cannot be changed, nor a consent be given to words nobody was shown", async () => {
    await expect(sql(`UPDATE "ConsentText" SET "text" = 'I agree to everything'`)).rejects.toThrow("is frozen");
    await expect(sql(`DELETE FROM "ConsentText"`)).rejects.toThrow("is frozen");
    const consent = { ...currentConsent("en"), text: "I agree to everything" };
    await expect(newInquiry({ consent })).rejects.toThrow("ConsentText");
    const unknown = { ...currentConsent("en"), version: "never" };
    await expect(newInquiry({ consent: unknown })).rejects.toThrow("ConsentText");
  });

  test("a temporary table that poses as one of ours changes nothing", async () => {
    const { id } = await newInquiry();
    const { id: consentId } = await consentOf(id);
    await end(id);
    const client = await openDatabase();
    await client.query(`CREATE TEMP TABLE "Consent" AS SELECT * FROM public."Consent"`);
    await client.query(`UPDATE pg_temp."Consent" SET "endedAt" = NULL, "ending" = NULL`);
    await expect(client.query(OUTREACH_ROW, [id, consentId, place, ["needs"]])).rejects.toThrow("has ended");
  });
});
