// A listing that staff enter by hand: what it may be already is shown first, nothing typed is lost, and it is a draft.
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { enterListingAction } from "@/lib/listing-table/actions";
import { enterListing } from "@/lib/listing-table/mutations";
import { getListing } from "@/lib/listings/admin-queries";
import { operatorKey } from "@/lib/operators/operator-key";
import { newListingSchema } from "@/lib/listings/schema";
import { findListing } from "@/lib/listings/queries";
import { db } from "@/lib/server/db";
import { newStaffKey } from "@/lib/staff/staff-form-key";
import { staffSession } from "../support/actors";
import { signInAdministrator } from "../support/administrator";
import { testDatabase } from "../support/database";
import { formOf, outcomeOf } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

let staffId = "";
beforeAll(async () => {
  ({ staffId } = await signInAdministrator());
});

const PLACE = {
  name: "Harbor Light Clinic",
  unit: "",
  kind: "outpatient",
  street: "4099 N. Mission Road, Suite 2",
  street2: "",
  city: "Los Angeles",
  state: "ca",
  zip: "90032",
  phone: "(213) 555-0147",
  phoneExtension: "",
  website: "https://harbor.example.org",
  evidence: "Their own page",
  evidenceSeenOn: "2026-11-20",
};

beforeEach(async () => {
  await db.listing.deleteMany();
});

const press = (fields: Record<string, string>) => outcomeOf(() => enterListingAction(null, formOf(fields)));
const entered = async (fields: Record<string, string> = {}): Promise<string> => {
  const outcome = await press({ ...PLACE, ...fields });
  if (!("redirect" in outcome)) throw new Error(JSON.stringify(outcome));
  return /listings\/([^?]+)/.exec(outcome.redirect)![1]!;
};

test("becomes a draft with all that was typed, its county and the middle of its ZIP code", async () => {
  const id = await entered();
  const listing = (await getListing(staffSession(), id))!;
  expect(listing).toMatchObject({
    status: "draft",
    slug: "harbor-light-clinic-los-angeles",
    evidence: "Their own page",
  });
  const { name, phone, website, county, latitude } = listing.values;
  expect([name, phone, website, county]).toEqual([PLACE.name, "+12135550147", PLACE.website, "Los Angeles"]);
  expect(Number(latitude)).toBeCloseTo(34.08, 0);
  expect(listing.staffFields).toEqual(expect.arrayContaining(["name", "phone", "street", "kind"]));
  expect(await findListing(listing.slug)).toEqual({ state: "unknown" });
  const events = await db.auditEvent.findMany({ where: { subjectId: id } });
  expect(events).toMatchObject([
    { action: "listing.entered", actorId: staffId, after: { evidence: "Their own page" } },
  ]);
});

describe("what it may be already is shown before it is saved", () => {
  const OTHER = { name: "Another Name", street: "7 Elm Street", zip: "90012", phone: "323-555-0100" };
  test.each<[string, Record<string, string>, string]>([
    ["the same phone, however written", { ...OTHER, phone: "+1 213.555.0147" }, "phone"],
    ["the same street line", { ...OTHER, street: "4099 North Mission Rd", street2: "Ste 2", zip: "90032" }, "door"],
    ["the same house", { ...OTHER, street: "4099 N Mission Rd #9", zip: "90032" }, "house"],
    ["the same name", { ...OTHER, name: "HARBOR LIGHT CLINIC" }, "name"],
    ["a name like it", { ...OTHER, name: "Harbor Lihgt Clinics" }, "alike"],
  ])("%s", async (_, changes, sign) => {
    const first = await entered();
    const fields = { ...PLACE, ...changes };
    const { answer } = (await press(fields)) as { answer: { current: { alike: { id: string; signs: string[] }[] } } };
    expect(answer).toMatchObject({ status: "conflict", current: { typed: fields } });
    expect(answer.current.alike.map(({ id }) => id)).toEqual([first]);
    expect(answer.current.alike[0]!.signs).toContain(sign);
    expect(await db.listing.count()).toBe(1);
    // Unless whoever enters it says that it is another place, having seen them.
    expect(await press({ ...fields, others: first })).toMatchObject({ answer: { status: "conflict" } });
    expect(await press({ ...fields, isOther: "on" })).toMatchObject({ answer: { status: "conflict" } });
    expect(await entered({ ...changes, others: first, isOther: "on" })).not.toBe(first);
  });

  test("not what only shares a ZIP code or a word", async () => {
    await entered();
    await entered({ ...OTHER, name: "Bay Clinic", zip: PLACE.zip });
    expect(await db.listing.count()).toBe(2);
  });

  test("archived ones too", async () => {
    const first = await entered();
    await db.listing.update({ where: { id: first }, data: { status: "archived" } });
    expect(await press(PLACE)).toMatchObject({ answer: { current: { alike: [{ id: first, status: "archived" }] } } });
  });
});

test("a press twice makes one, and two people who enter one place at the same moment are told", async () => {
  const key = newStaffKey({ staffId });
  const same = { ...PLACE, $key: key, $form: "enterListing" };
  const [one, two] = await Promise.all([press(same), press(same)]);
  expect([one, two]).toEqual([one, one]);
  expect(await db.listing.count()).toBe(1);
  await db.listing.deleteMany();
  const input = newListingSchema.parse(PLACE);
  const both = await Promise.all([1, 2].map(() => enterListing(staffSession(), input)));
  expect(both.map(({ outcome }) => outcome).toSorted()).toEqual(["alike", "entered"]);
});

test("a slug that is in use, or leads to another page, is not taken", async () => {
  const first = await entered();
  await db.slugRedirect.create({
    data: { subject: "listing", subjectId: first, fromSlug: "harbor-light-clinic-los-angeles-7" },
  });
  const other = { phone: "323-555-0100", street: "7 Elm Street", others: first, isOther: "on" };
  const id = await entered(other);
  expect((await getListing(staffSession(), id))?.slug).toBe("harbor-light-clinic-los-angeles-7-2");
});

test("runs under the operator that has its name, and whoever declared an interest there leaves it to a colleague", async () => {
  const [slug, name] = [operatorKey(PLACE.name, PLACE.state), PLACE.name];
  const operator = { slug, name, names: { create: { key: slug } } };
  const { id: operatorId } = await db.operator.create({ data: operator, select: { id: true } });
  const first = await entered();
  expect(await db.listing.findUniqueOrThrow({ where: { id: first } })).toMatchObject({ operatorId });
  const other = { ...PLACE, phone: "323-555-0100", street: "7 Elm Street", others: first, isOther: "on" };
  await db.interest.create({ data: { staffMemberId: staffId, listingId: first, reason: "owns_part" } });
  expect(await press(other)).toMatchObject({ answer: { status: "failed", code: "interested", values: other } });
  expect(await db.listing.count()).toBe(1);
  await db.interest.deleteMany();
  expect(await press(other)).toHaveProperty("redirect");
});

test.each<[string, Record<string, string>, Record<string, string>]>([
  [
    "nothing",
    Object.fromEntries(Object.keys(PLACE).map((field) => [field, ""])),
    {
      name: "listingNameMissing",
      kind: "kindMissing",
      city: "cityMissing",
      state: "stateFormat",
      zip: "zipFormat",
      evidence: "evidenceMissing",
      evidenceSeenOn: "dateFormat",
    },
  ],
  ["a phone that nobody can dial", { phone: "call us" }, { phone: "phoneFormat" }],
  ["an extension without a phone", { phone: "", phoneExtension: "4" }, { phone: "phoneMissing" }],
  ["a ZIP code of another state", { zip: "10001" }, { zip: "zipOfState" }],
  ["a website that is none", { website: "harbor.example" }, { website: "urlFormat" }],
  ["a script for a website", { website: "javascript:alert(1)" }, { website: "urlFormat" }],
  ["a day to come", { evidenceSeenOn: "2199-01-01" }, { evidenceSeenOn: "dateFuture" }],
  ["a pasted page", { name: "x".repeat(300) }, { name: "tooLong" }],
])("refused, and nothing of it is lost: %s", async (_, changes, fieldErrors) => {
  const fields = { ...PLACE, ...changes };
  expect(await press(fields)).toEqual({ answer: { status: "invalid", fieldErrors, values: fields } });
  expect(await db.listing.count()).toBe(0);
});

test("evidence and its day stand together, or the database refuses", async () => {
  const id = await entered();
  await expect(db.listing.update({ where: { id }, data: { evidence: null } })).rejects.toThrow(/evidence/);
});
