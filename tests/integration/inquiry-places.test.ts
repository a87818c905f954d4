import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { submitInquiryAction } from "@/lib/inquiries/actions";
import { newFormKey } from "@/lib/inquiries/inquiry-form-key";
import type { InquiryFormState } from "@/lib/inquiries/types";
import { db } from "@/lib/server/db";
import { ensureQueue } from "@/lib/server/queue";
import { testDatabase } from "../support/database";
import { newListing } from "../support/inquiry";
import { outcomeOf } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);

testDatabase();
let place = "";
let other = "";
beforeAll(async () => {
  await ensureQueue();
  place = await newListing({ slug: "place-one" });
  other = await newListing({ slug: "place-two" });
  await newListing({ slug: "gone", status: "archived" });
  await db.slugRedirect.create({ data: { subject: "listing", fromSlug: "former-two", subjectId: other } });
});
beforeEach(() => db.rateLimit.deleteMany());

let people = 0;
async function send(fields: Record<string, string | string[]>) {
  people += 1;
  const form = new FormData();
  const filled = { name: "Ana", email: `ana${people}@example.org`, message: "help", consent: "on" };
  const key = newFormKey("2026-11-22.1", Date.now() - 60_000);
  for (const [name, value] of Object.entries({ ...filled, locale: "en", form: key, ...fields })) {
    for (const each of [value].flat()) form.append(name, each);
  }
  return outcomeOf(() => submitInquiryAction({ status: "idle" }, form));
}

async function kept(fields: Record<string, string | string[]>) {
  const outcome = await send(fields);
  if (!("redirect" in outcome)) throw new Error(JSON.stringify(outcome));
  const reference = outcome.redirect.slice(-10);
  const { consents, ...inquiry } = await db.inquiry.findUniqueOrThrow({
    where: { reference },
    include: { consents: { include: { places: { select: { listingId: true } } } } },
  });
  const [consent] = consents;
  const { scope, placeCount, mayShare, places } = consent!;
  return { ...inquiry, scope, placeCount, mayShare, places: places.map(({ listingId }) => listingId).toSorted() };
}

describe("whom the consent covers", () => {
  test("only the places named, former URLs too, and none twice", async () => {
    const named = { scope: "named", placeCount: 2, places: [place, other].toSorted() };
    expect(await kept({ place: ["place-one", "former-two", "place-two", "place-one"] })).toMatchObject(named);
    expect(await kept({ scope: "named", place: ["place-one", "gone", "unknown"] })).toMatchObject({ places: [place] });
  });

  test("any listed place when the person chose that, or named none", async () => {
    const any = { scope: "any_listed", placeCount: 0, places: [] };
    expect(await kept({ scope: "any_listed", place: ["place-one"] })).toMatchObject(any);
    expect(await kept({})).toMatchObject(any);
  });

  test.each([["gone"], ["unknown"], ["<b>"], [""]])(
    "never any listed place because the one named, %j, is not there",
    async (slug) => {
      const answer = { status: "invalid", fieldErrors: { place: "placeMissing" }, values: { message: "help" } };
      expect(await send({ scope: "named", place: slug })).toMatchObject({ answer });
    },
  );
});

describe("a place that closed since the form was shown", () => {
  const close = (slug: string) =>
    db.listing.update({ where: { slug }, data: { closedOn: new Date("2026-11-20"), closedReason: "Closed." } });

  test("is told by its name, and nothing that was typed is lost or kept", async () => {
    await newListing({ slug: "closing" });
    await close("closing");
    const before = await db.inquiry.count();
    const sent = { place: ["place-one", "closing"], message: "a long story", share: "name", leaveMessage: "on" };
    const { answer } = (await send(sent)) as { answer: InquiryFormState };
    expect(answer).toMatchObject({
      status: "invalid",
      fieldErrors: { place: "placeClosed" },
      shown: { closed: [{ slug: "closing", presence: "closed" }] },
      values: { message: "a long story", place: ["place-one", "closing"], share: ["name"], leaveMessage: "on" },
    });
    expect(await db.inquiry.count()).toBe(before);
    expect(await send({ ...sent, place: "closing" })).toMatchObject({
      answer: { fieldErrors: { place: "placeClosed" } },
    });
    expect(await kept({ ...sent, place: "place-one" })).toMatchObject({ places: [place] });
  });

  test("does not undo what was kept before: the same, sent again, is answered with the same reference", async () => {
    await newListing({ slug: "closing-later" });
    const words = { email: "kept@example.org", message: "kept before", place: "closing-later" };
    const one = await kept(words);
    await close("closing-later");
    expect((await kept(words)).id).toBe(one.id);
  });
});

describe("what else the person may say", () => {
  test("is kept as they said it", async () => {
    const wishes = { leaveMessage: "on", preferredWay: "phone", preferredTime: "evening", share: ["name", "phone"] };
    const inquiry = await kept({ ...wishes, phone: "213-555-0123" });
    expect(inquiry).toMatchObject({ mayLeaveMessage: true, preferredWay: "phone", preferredTime: "evening" });
    expect(inquiry.mayShare).toEqual(["needs", "name", "phone"]);
  });

  test("is no unless they said it", async () => {
    expect(await kept({})).toMatchObject({ mayLeaveMessage: false, preferredWay: null, mayShare: ["needs"] });
  });

  test("who sends it may be answered: no box is needed, and one of an older form changes nothing", async () => {
    expect((await kept({ answer: "" })).mayAnswerSince).toEqual(expect.any(Date));
  });
});

test("the same words for other places are another inquiry, and for the same places the same one", async () => {
  const words = { email: "same@example.org", message: "the same" };
  const one = await kept({ ...words, place: ["place-one", "place-two"] });
  expect((await kept({ ...words, place: ["place-two", "place-one"] })).id).toBe(one.id);
  const others = [
    await kept({ ...words, place: ["place-one"] }),
    await kept(words),
    await kept({ ...words, share: "name" }),
    await kept({ ...words, preferredTime: "morning" }),
  ];
  expect(new Set([one.id, ...others.map(({ id }) => id)]).size).toBe(5);
});

test("the same words sent again after the consent was withdrawn are a new inquiry with a new consent", async () => {
  const words = { email: "again@example.org", message: "again" };
  const one = await kept(words);
  await db.consent.updateMany({ where: { inquiryId: one.id }, data: { ending: "withdrawn", endedAt: new Date() } });
  expect((await kept(words)).id).not.toBe(one.id);
});
