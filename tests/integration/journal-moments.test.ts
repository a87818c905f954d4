// What a replay does again happened when the person or the member did it, not when somebody restored a backup.
import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { narrowConsent, withdrawOwnConsent } from "@/lib/consents/mutations";
import { eraseWords, reportCorrection } from "@/lib/corrections/mutations";
import { declareInterest } from "@/lib/interests/mutations";
import { tellJournal } from "@/lib/journal/mutations";
import { compareJournal } from "@/lib/journal/queries";
import type { JournalAct } from "@/lib/journal/types";
import { eraseOwnInquiry } from "@/lib/receipts/mutations";
import { replayJournal } from "@/lib/replays/mutations";
import { db } from "@/lib/server/db";
import type { ReceiptHolder } from "@/lib/audit/actor";
import { formSender, staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { formerState } from "../support/former-state";
import { newInquiry, newListing, receiptHolder } from "../support/inquiry";

testDatabase();

const replay = () => replayJournal(system("replay"));
const sam = staffSession({ staffId: "sam", role: "outreach" });
let listingId = "";
let holder: ReceiptHolder;
let correctionId = "";

beforeAll(async () => {
  await newListing({ slug: "place" });
  listingId = (await db.listing.findFirstOrThrow({ select: { id: true } })).id;
  await db.staffMember.create({ data: { id: "sam", name: "Sam", email: "sam@example.org", role: "outreach" } });
});

beforeEach(async () => {
  const { reference } = await newInquiry();
  holder = await receiptHolder(reference);
  const words = { wrong: randomUUID(), right: "R", evidence: "E", email: undefined };
  const input = { topic: "contact", grounds: "went_there", ...words } as const;
  const report = { input, listingId, locale: "en", spam: "clear" } as const;
  const reported = await reportCorrection(formSender(), report);
  correctionId = (await db.correction.findUniqueOrThrow({ where: { reference: reported.reference } })).id;
  await replay();
});

const consents = () => db.consent.findMany({ where: { inquiryId: holder.inquiryId }, orderBy: { givenAt: "asc" } });

/** What people and staff read as the moment of an act. */
const MOMENTS: Partial<Record<JournalAct, { act: () => Promise<unknown>; moment: () => Promise<unknown> }>> = {
  "inquiry.erased": {
    act: () => eraseOwnInquiry(holder),
    moment: async () => (await db.inquiry.findUniqueOrThrow({ where: { id: holder.inquiryId } })).erasedAt,
  },
  "inquiry.consent_withdrawn": {
    act: () => withdrawOwnConsent(holder),
    moment: async () => (await consents())[0]?.endedAt,
  },
  "inquiry.consent_narrowed": {
    act: () => narrowConsent(holder, ["place"]),
    moment: async () => {
      const [wider, narrower] = await consents();
      expect(wider?.endedAt).toEqual(narrower?.givenAt);
      return narrower?.givenAt;
    },
  },
  "correction.erased": {
    act: () => eraseWords(system("retention"), correctionId, {}),
    moment: async () => (await db.correction.findUniqueOrThrow({ where: { id: correctionId } })).erasedAt,
  },
  "interest.declared": {
    act: () => declareInterest(sam, "place", "family"),
    moment: async () => (await db.interest.findFirstOrThrow({ where: { staffMemberId: "sam" } })).declaredAt,
  },
};

test.each(Object.entries(MOMENTS))("%s done again has the moment of its line", async (_, { act, moment }) => {
  const restore = await formerState();
  await act();
  await restore();
  const [line] = (await compareJournal()).pending;
  expect(await replay()).toMatchObject({ replayed: 1 });
  expect(await moment()).toEqual(new Date(line!.at));
});

/** As when the database went away after the line was written: the person was told to try again. */
async function askInVain(act: "inquiry.consent_withdrawn" | "inquiry.erased"): Promise<void> {
  const asked = db.$transaction(async (tx) => {
    await tellJournal(tx, holder, { act, subjectId: holder.inquiryId });
    throw new Error("the database went away");
  });
  await expect(asked).rejects.toThrow("went away");
}

test("a permission under which a place was contacted meanwhile had not ended before", async () => {
  await askInVain("inquiry.consent_withdrawn");
  await askInVain("inquiry.erased");
  const [consent] = await consents();
  await db.interest.deleteMany();
  const of = { inquiryId: holder.inquiryId, consentId: consent!.id, listingId, staffMemberId: "sam" };
  const { contactedAt } = await db.outreach.create({ data: { ...of, way: "call", shared: [] } });
  await replay();
  const { erasedAt } = await db.inquiry.findUniqueOrThrow({ where: { id: holder.inquiryId } });
  for (const moment of [(await consents())[0]?.endedAt, erasedAt])
    expect(moment?.getTime()).toBeGreaterThanOrEqual(contactedAt.getTime());
});

test("no act is dated later than now, whatever a clock said", async () => {
  const { reference, id } = await newInquiry();
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT set_config('house.acted_at', '2099-01-01T00:00:00Z', true)`;
    await tx.consent.updateMany({ where: { inquiryId: id }, data: { ending: "withdrawn", endedAt: new Date() } });
  });
  const { endedAt } = await db.consent.findFirstOrThrow({ where: { inquiry: { reference } } });
  expect(endedAt!.getTime()).toBeLessThan(Date.now() + 86_400_000);
});
