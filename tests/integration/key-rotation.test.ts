import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { beforeEach, expect, test, vi } from "vitest";
import { formSender } from "../support/actors";
import { testDatabase } from "../support/database";

const OLD = process.env.ENCRYPTION_KEYS!;
const NEW = "k2:YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU=";

testDatabase();

/** The house anew, with other keys in the environment. */
async function houseWith(keys: string) {
  process.env.ENCRYPTION_KEYS = keys;
  vi.resetModules();
  const [{ newInquiry }, { openPerson, sealedInquiries }, { reencrypt }, { Undecipherable }, { db }] =
    await Promise.all([
      import("../support/inquiry"),
      import("@/lib/inquiries/sealed"),
      import("@/lib/server/reencryption"),
      import("@/lib/server/crypto"),
      import("@/lib/server/db"),
    ]);
  const open = async (id: string) => openPerson(id, await db.inquiry.findUniqueOrThrow({ where: { id } }));
  return { newInquiry, open, reencrypt: () => reencrypt(sealedInquiries), Undecipherable, db };
}

let house: Awaited<ReturnType<typeof houseWith>>;
beforeEach(async () => {
  house = await houseWith(OLD);
  await house.db.inquiry.deleteMany();
});

const ana = { name: "Ana", email: "ana@example.org", phone: undefined, message: "help", consent: true as const };

test("after a rotation everything is sealed with the new key, opens, and the old key can go", async () => {
  const { id } = await house.newInquiry({ input: ana });
  const before = await house.db.inquiry.findUniqueOrThrow({ where: { id } });

  const rotated = await houseWith(`${NEW},${OLD}`);
  const later = await rotated.newInquiry({ input: { ...ana, message: "again", phone: "+12135550123" } });
  expect(await rotated.reencrypt()).toEqual({ model: "Inquiry", sealed: 4, unreadable: [], keysInUse: { k2: 9 } });
  expect(await rotated.reencrypt()).toMatchObject({ sealed: 0, keysInUse: { k2: 9 } });

  const without = await houseWith(NEW);
  expect(await without.open(id)).toEqual({ name: "Ana", email: "ana@example.org", phone: null, message: "help" });
  expect(await without.open(later.id)).toMatchObject({ message: "again", phone: "+12135550123" });
  const after = await without.db.inquiry.findUniqueOrThrow({ where: { id } });
  const { name, email, message, receiptToken } = after;
  expect(after).toEqual({ ...before, name, email, message, receiptToken });
});

test("what staff noted is sealed anew too, though a note cannot be changed", async () => {
  const { id: inquiryId } = await house.newInquiry({ input: ana });
  const { sealNote } = await import("@/lib/desk/sealed");
  const id = randomUUID();
  await house.db.inquiryNote.create({
    data: { id, inquiryId, text: sealNote(id, "Called back") },
  });
  const rotated = await houseWith(`${NEW},${OLD}`);
  const { openNote, sealedNotes } = await import("@/lib/desk/sealed");
  const { reencrypt } = await import("@/lib/server/reencryption");
  expect(await reencrypt(sealedNotes)).toMatchObject({ sealed: 1, unreadable: [], keysInUse: { k2: 1 } });
  expect(openNote(id, (await rotated.db.inquiryNote.findUniqueOrThrow({ where: { id } })).text)).toBe("Called back");
});

test("what somebody wrote in a correction is sealed anew too", async () => {
  const { newListing } = await import("../support/inquiry");
  const { reportCorrection } = await import("@/lib/corrections/mutations");
  const words = { wrong: "The phone is dead", right: "213-555-0123", evidence: undefined, email: "ana@example.org" };
  const input = { ...words, topic: "contact", grounds: "asked_them" } as const;
  await reportCorrection(formSender(), { input, listingId: await newListing(), locale: "en", spam: "clear" });
  const rotated = await houseWith(`${NEW},${OLD}`);
  const { openWords, sealedCorrections } = await import("@/lib/corrections/sealed");
  const { reencrypt } = await import("@/lib/server/reencryption");
  expect(await reencrypt(sealedCorrections)).toMatchObject({ sealed: 3, unreadable: [], keysInUse: { k2: 3 } });
  const kept = await rotated.db.correction.findFirstOrThrow();
  expect(openWords(kept.id, kept)).toEqual({ ...words, evidence: null });
});

test("a run that is stopped in the middle is finished by the next", async () => {
  for (let count = 0; count < 3; count += 1) await house.newInquiry({ input: { ...ana, message: `${count}` } });
  const rotated = await houseWith(`${NEW},${OLD}`);
  await rotated.db.$executeRaw`
    CREATE FUNCTION stop_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'stopped'; END $$`;
  const [, second] = await rotated.db.inquiry.findMany({ orderBy: { id: "asc" }, select: { id: true } });
  await rotated.db.$executeRawUnsafe(
    `CREATE TRIGGER stop BEFORE UPDATE ON "Inquiry" FOR EACH ROW WHEN (OLD.id = '${second!.id}') EXECUTE FUNCTION stop_here()`,
  );
  await expect(rotated.reencrypt()).rejects.toThrow("stopped");
  await rotated.db.$executeRaw`DROP TRIGGER stop ON "Inquiry"`;
  expect(await rotated.reencrypt()).toMatchObject({ sealed: 8, keysInUse: { k2: 12 } });
});

test("what no key opens is told and left as it is, however many rows that are", async () => {
  const { id } = await house.newInquiry({ input: ana });
  // Copies do not open in their new rows.
  await house.db.$executeRaw`ALTER TABLE "Inquiry" DISABLE TRIGGER ALL`;
  await house.db.$executeRaw`
    INSERT INTO "Inquiry" ("id", "reference", "idempotencyKey", "locale", "name", "email", "message", "updatedAt")
    SELECT gen_random_uuid(), 'BHR-' || translate((100000 + n)::text, '01', 'YZ'), n::text, 'en', "name", "email", "message", now()
    FROM "Inquiry", generate_series(1, 450) AS n`;
  await house.db.$executeRaw`ALTER TABLE "Inquiry" ENABLE TRIGGER ALL`;
  const rotated = await houseWith(`${NEW},${OLD}`);
  const { unreadable, ...report } = await rotated.reencrypt();
  expect(report).toMatchObject({ sealed: 4, keysInUse: { k2: 4, test: 1350 } });
  expect([unreadable.length, unreadable.includes(id)]).toEqual([450, false]);
  expect(await rotated.open(id)).toMatchObject({ name: "Ana" });
});

test("every file that seals says where, and the list of them knows it", () => {
  const sealing = globSync("lib/*/*.ts").filter(
    (file) => !/^lib\/server\/|\.test\.ts$/.test(file) && /\bencrypt\(/.test(readFileSync(file, "utf8")),
  );
  const list = readFileSync("lib/keys/sealed-tables.ts", "utf8");
  expect(sealing).not.toEqual([]);
  expect(sealing.filter((file) => !list.includes(`@/${file.replace(/\.ts$/, "")}"`))).toEqual([]);
});
