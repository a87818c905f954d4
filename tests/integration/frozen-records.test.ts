import { expect, test } from "vitest";
import { currentConsent } from "@/lib/inquiries/consent";
import { submitInquiry } from "@/lib/inquiries/mutations";
import { db } from "@/lib/server/db";
import { formSender } from "../support/actors";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

const kept = () =>
  submitInquiry(formSender(), {
    input: { name: "Ana", email: "ana@example.org", phone: undefined, message: "help", consent: true },
    locale: "en",
    consent: currentConsent("en"),
    spam: "clear",
  });

test.each([
  "AuditEvent",
  "Import",
  "SourceRecord",
  "RankingEdition",
  "RankingEntry",
  "RankingMember",
  "RankingExclusion",
  "RankingMethod",
  "Consent",
  "ConsentPlace",
  "ConsentText",
  "Outreach",
])("%s cannot be emptied", async (table) => {
  await expect(db.$executeRawUnsafe(`TRUNCATE "${table}" CASCADE`)).rejects.toThrow("is frozen");
});

test("an imported row can be neither changed nor taken away", async () => {
  await expect(db.$executeRaw`UPDATE "SourceRecord" SET "line" = -1`).rejects.toThrow("is frozen");
  await expect(db.$executeRaw`DELETE FROM "SourceRecord"`).rejects.toThrow("is frozen");
});

test("an inquiry without a consent is not kept, whoever writes it", async () => {
  const { reference } = await kept();
  const alone = db.$executeRaw`
    INSERT INTO "Inquiry" ("id", "reference", "idempotencyKey", "locale", "name", "email", "message", "updatedAt")
    SELECT gen_random_uuid(), 'BHR-222222', 'alone', 'en', "name", "email", "message", now()
    FROM "Inquiry" WHERE "reference" = ${reference}`;
  await expect(alone).rejects.toThrow("needs its consent");
  expect(await db.inquiry.count({ where: { reference: "BHR-222222" } })).toBe(0);
});

test("a consent is erased with its inquiry and not before", async () => {
  const { reference } = await kept();
  const where = { inquiry: { reference } };
  await expect(db.consent.deleteMany({ where })).rejects.toMatchObject({ code: "P2003" });
  expect(await db.consent.count({ where })).toBe(1);
  await db.inquiry.delete({ where: { reference } });
  expect(await db.consent.count({ where })).toBe(0);
});
