// A mail to a place that waits to leave when what permits it ends, and what a prompt at the database cannot do.
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test, vi } from "vitest";
import { currentConsent } from "@/lib/inquiries/consent";
import { newReference } from "@/lib/inquiries/inquiry-reference";
import { sealPerson } from "@/lib/inquiries/sealed";
import { listUndelivered } from "@/lib/mails/admin-queries";
import { retryMails } from "@/lib/outreach/mutations";
import { listContacts } from "@/lib/outreach/queries";
import { eraseAction, narrowAction, withdrawAction } from "@/lib/receipts/actions";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { ANA, desk, mailOf, person, press, useDesk, work } from "../support/outreach-mail";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();
useDesk();

describe("written, and then stopped before it leaves", () => {
  const ENDINGS: Record<string, (token: string) => Promise<unknown>> = {
    withdrawn: (token) => withdrawAction(token),
    narrowed: (token) => narrowAction(token, ["without-mailbox"]),
    erased: (token) => eraseAction(token),
  };
  test.each(Object.entries(ENDINGS))("at once when the consent is %s", async (_, end) => {
    const { id, token } = await person();
    await press(id);
    await end(token);
    expect(await listContacts(id)).toMatchObject([{ mail: { state: "cancelled", sentAt: null } }]);
    await work(id);
    expect(desk.toPlaces()).toEqual([]);
    const { id: mailId } = await mailOf(id);
    expect(await retryMails(desk.staff, [mailId])).toBe(0);
    expect((await listUndelivered(desk.staff)).mails.map((mail) => mail.id)).not.toContain(mailId);
  });

  test("also one that was given up, so that nobody tries it again", async () => {
    const { id, token } = await person();
    await press(id);
    desk.refusal = Object.assign(new Error("Later"), { responseCode: 451 });
    await expect(work(id, { number: 12, isLast: true })).rejects.toThrow("451");
    expect(await mailOf(id)).toMatchObject({ status: "failed" });
    await withdrawAction(token);
    expect(await mailOf(id)).toMatchObject({ status: "cancelled" });
  });

  test("when the consent has expired meanwhile", async () => {
    const { version, locale } = currentConsent("en");
    const id = randomUUID();
    const expiresAt = new Date(Date.now() + 1500);
    const sealed = sealPerson(id, { ...ANA, consent: true });
    const consents = { create: { textVersion: version, locale, givenAt: new Date(), expiresAt } };
    const data = { id, ...sealed, locale, reference: newReference(), idempotencyKey: randomUUID(), consents };
    await db.inquiry.create({ data, select: { id: true } });
    expect(await press(id)).toHaveProperty("redirect");
    await pause(expiresAt.getTime() - Date.now() + 50);
    await work(id);
    expect(await mailOf(id)).toMatchObject({ status: "cancelled" });
    expect(desk.toPlaces()).toEqual([]);
  });

  test.each<[string, () => Promise<unknown>]>([
    ["is no longer listed", () => db.listing.update({ where: { id: desk.place }, data: { status: "archived" } })],
    [
      "is closed",
      () => db.listing.update({ where: { id: desk.place }, data: { closedOn: new Date(), closedReason: "Closed." } }),
    ],
    [
      "has no email any more",
      () =>
        db.listing.update({
          where: { id: desk.place },
          data: { outreachEmail: null, outreachEmailSource: null, outreachEmailSeenOn: null },
        }),
    ],
    [
      "is one in which its writer declared an interest",
      () =>
        db.interest.create({ data: { staffMemberId: desk.staff.staffId, listingId: desk.place, reason: "family" } }),
    ],
  ])("when the place %s", async (_, change) => {
    const { id } = await person();
    await press(id);
    await change();
    await work(id);
    expect(await mailOf(id)).toMatchObject({ status: "cancelled" });
    expect(desk.toPlaces()).toEqual([]);
  });

  test("a mail that was on its way as the consent ended is told as what it is: sent", async () => {
    const { id, token } = await person();
    await press(id);
    const { id: mailId } = await mailOf(id);
    await withdrawAction(token);
    await db.mail.update({ where: { id: mailId }, data: { status: "sent", sentAt: new Date() } });
    expect(await listContacts(id)).toMatchObject([{ mail: { state: "sent" } }]);
  });
});

describe("a prompt at the database gets no further", () => {
  const sql = (text: string, ...values: unknown[]) => db.$executeRawUnsafe(text, ...values);

  test("no mail to a place without its own permitted contact", async () => {
    const [one, other] = [await person(), await person()];
    await press(one.id);
    const { outreachId } = await mailOf(one.id);
    const insert = `INSERT INTO "Mail" ("id", "inquiryId", "kind", "outreachId", "contentHash") VALUES (gen_random_uuid(), $1::uuid, 'outreach', $2::uuid, 'hash')`;
    await expect(sql(insert, other.id, outreachId)).rejects.toThrow(/not one of this inquiry/);
    await expect(sql(insert, one.id, outreachId)).rejects.toThrow(/outreachId/);
    await expect(sql(insert, one.id, null)).rejects.toThrow(/not one of this inquiry|Mail_to_place_has_contact/);
    await expect(
      sql(
        `UPDATE "Mail" SET "outreachId" = $2::uuid WHERE "inquiryId" = $1::uuid AND "kind" = 'team_notice'`,
        other.id,
        outreachId,
      ),
    ).rejects.toThrow(/stays what it is/);
  });

  test("no stopped mail is set on its way again, and none is made after the end", async () => {
    const { id, token } = await person();
    await press(id);
    await withdrawAction(token);
    await expect(
      sql(`UPDATE "Mail" SET "status" = 'queued' WHERE "inquiryId" = $1::uuid AND "kind" = 'outreach'`, id),
    ).rejects.toThrow(/the consent has ended/);
  });

  test.each(["a@b, c@d", "a b@c", "Ana <a@b>", "a@b\nBcc: c@d", "nobody"])(
    "no email that is more than one: %j",
    async (email) => {
      await expect(db.listing.update({ where: { id: desk.place }, data: { outreachEmail: email } })).rejects.toThrow(
        /Listing_outreach_email_is_one/,
      );
    },
  );

  test("no email without where and when it was seen", async () => {
    await expect(
      db.listing.update({ where: { id: desk.mute }, data: { outreachEmail: "a@b.example" } }),
    ).rejects.toThrow(/Listing_outreach_email_has_source/);
  });
});
