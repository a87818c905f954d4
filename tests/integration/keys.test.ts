import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { testDatabase } from "../support/database";
import { testEnvironment } from "../support/environment";

testDatabase();

const { APP_SECRET: FORMER, ENCRYPTION_KEYS: K1 } = testEnvironment;
const OTHER_K1 = "test:YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU=";
const K2 = OTHER_K1.replace("test", "k2");
const S1 = `s1:${FORMER}`;
const S2 = `s2:${"another secret ".repeat(3)}`;
const ACTOR = system("keys");

/** The house anew, with other keys in the environment. */
async function houseWith({ keys = K1, secrets = FORMER }: { keys?: string; secrets?: string } = {}) {
  Object.assign(process.env, { ENCRYPTION_KEYS: keys, APP_SECRET: secrets });
  vi.resetModules();
  const { checkSettings } = await import("@/lib/server/env");
  checkSettings();
  const [jobs, mutations, queries, tables, { reencrypt }, inquiries, renewal, receipts, { db }, support, ready] =
    await Promise.all([
      import("@/lib/keys/jobs"),
      import("@/lib/keys/mutations"),
      import("@/lib/keys/queries"),
      import("@/lib/keys/sealed-tables"),
      import("@/lib/server/reencryption"),
      import("@/lib/inquiries/queries"),
      import("@/lib/inquiries/jobs"),
      import("@/lib/receipts/queries"),
      import("@/lib/server/db"),
      import("../support/inquiry"),
      import("@/app/api/ready/route"),
    ]);
  const reencryptAll = async () => {
    for (const table of tables.SEALED_TABLES) await reencrypt(table);
  };
  const troubles = async () => (await jobs.admitKeys()).map(({ trouble }) => trouble);
  const words = async () => jobs.keyWords(await jobs.admitKeys());
  return {
    ...jobs,
    ...mutations,
    ...queries,
    ...inquiries,
    ...renewal,
    ...receipts,
    ...support,
    ...ready,
    db,
    reencryptAll,
    troubles,
    words,
  };
}
type House = Awaited<ReturnType<typeof houseWith>>;

let house: House;
beforeEach(async () => {
  house = await houseWith();
  await house.db.inquiry.deleteMany();
  await house.db.keyFingerprint.deleteMany();
});

const known = async () =>
  (await house.db.keyFingerprint.findMany({ orderBy: { keyId: "asc" } })).map(({ kind, keyId }) => [kind, keyId]);

describe("keys at a start", () => {
  test("are noted when they are new, once, however many processes start at once", async () => {
    const starts = await Promise.all(Array.from({ length: 8 }, () => house.troubles()));
    expect(starts.flat()).toEqual([]);
    expect(await known()).toEqual([
      ["secret", "s1"],
      ["encryption", "test"],
    ]);
  });

  test("are one process's when two bring different keys by one id at the same moment", async () => {
    const other = await houseWith({ keys: OTHER_K1, secrets: S2.replace("s2", "s1") });
    const starts = await Promise.all([house.admitKeys(), other.admitKeys()]);
    expect(starts.filter((problems) => problems.length === 0)).toHaveLength(1);
  });

  test.each([
    ["another encryption key by a known id", { keys: OTHER_K1 }, /ENCRYPTION_KEYS: test is not the key/],
    ["another secret by a known id", { secrets: S2.replace("s2", "s1") }, /APP_SECRET: s1 is not the key/],
    ["the same among new ones", { keys: `${K2},${OTHER_K1}` }, /ENCRYPTION_KEYS: test is not the key/],
  ])("are refused in words: %s", async (_, settings: { keys?: string; secrets?: string }, expected) => {
    await house.admitKeys();
    const before = await known();
    const said = await (await houseWith(settings)).words();
    expect(said).toMatch(expected);
    for (const setting of [settings.keys, settings.secrets])
      expect(said).not.toContain(setting?.slice(-20) ?? "never said");
    expect(await known()).toEqual(before);
  });

  test("may be new ones in front, and old ones may go when nothing needs them", async () => {
    await house.newInquiry();
    await house.admitKeys();
    const rotated = await houseWith({ keys: `${K2},${K1}`, secrets: `${S2},${S1}` });
    expect(await rotated.troubles()).toEqual([]);
    const early = await houseWith({ keys: K2, secrets: S2 });
    expect(await early.troubles()).toEqual(["missing", "missing"]);
    expect(await early.words()).toMatch(/test is missing, and values[\s\S]*s1 is missing, and hashes/);
    const again = await houseWith({ keys: `${K2},${K1}`, secrets: `${S2},${S1}` });
    await again.reencryptAll();
    await again.renewContactHashes(ACTOR);
    expect(await (await houseWith({ keys: K2, secrets: S2 })).troubles()).toEqual([]);
  });

  test("may miss one that is lost for good, once somebody said so", async () => {
    await house.newInquiry();
    await house.admitKeys();
    const without = await houseWith({ keys: K2 });
    expect(await without.troubles()).toEqual(["missing"]);
    await without.noteLostKeys(ACTOR, [{ kind: "encryption", keyId: "test" }]);
    expect(await without.troubles()).toEqual([]);
  });

  test("are refused when the canary does not open", async () => {
    await house.admitKeys();
    await house.db.$transaction([
      house.db.$executeRaw`SET LOCAL session_replication_role = replica`,
      house.db
        .$executeRaw`UPDATE "KeyFingerprint" SET "canary" = overlay("canary" PLACING 'AAAA' FROM 12) WHERE "kind" = 'encryption'`,
    ]);
    expect(await house.troubles()).toEqual(["wrong"]);
  });

  test("are one key for each id for ever: the database refuses a change", async () => {
    await house.admitKeys();
    const change = house.db.$executeRaw`UPDATE "KeyFingerprint" SET "fingerprint" = '0123456789abcdef'`;
    await expect(change).rejects.toThrow(/KeyFingerprint is frozen/);
  });
});

describe("a database that is older than its records of keys", () => {
  test.each([
    ["takes the keys that it was used with", {}, []],
    ["refuses a key that does not open what carries its id", { keys: OTHER_K1 }, ["wrong"]],
    ["refuses to miss a key that values need", { keys: K2 }, ["missing"]],
    ["refuses a secret that did not make its receipts", { secrets: S2 }, ["receipts"]],
    ["takes new ones in front of the right ones", { keys: `${K2},${K1}`, secrets: `${S2},${S1}` }, []],
  ])("%s", async (_, settings, expected) => {
    await formerInquiry();
    const started = await houseWith(settings);
    expect(await started.troubles()).toEqual(expected);
    expect((await known()).length > 0).toBe(expected.length === 0);
  });
});

/** What a former version stored with its one secret. */
const former = (label: string, value: string) =>
  createHmac("sha256", FORMER).update(`${label}\0${value}`).digest("base64url");

/** An inquiry as a former version stored it: its hashes by the secret itself, its link made from the reference. */
async function formerInquiry() {
  const input = { name: "Ana", email: "Ana@example.org", phone: undefined, message: "help", consent: true as const };
  const { id, reference } = await house.newInquiry({ input });
  const token = former("receipt token", reference);
  await house.db.$executeRaw`
    UPDATE "Inquiry" SET "receiptToken" = NULL, "receiptHash" = ${former("receipt hash", token)},
      "emailHash" = ${former("inquiry email", "ana@example.org")} WHERE "id" = ${id}::uuid`;
  return { id, reference, token, input };
}

describe("what a former version stored", () => {
  test("is found as before, and after it was renewed without the secret that made it", async () => {
    const { id, reference, token, input } = await formerInquiry();
    const isKnownTo = async (some: House) => {
      expect(await some.findReceipt(token)).toMatchObject({ state: "open", receipt: { reference } });
      expect(await some.findReceiptToken(reference)).toBe(token);
      expect(await some.findSameInquiry({ input })).toBe(reference);
    };
    await isKnownTo(house);
    const { updatedAt } = await house.db.inquiry.findUniqueOrThrow({ where: { id } });
    const rotated = await houseWith({ secrets: `${S2},${S1}` });
    await isKnownTo(rotated);
    expect(await rotated.secretsInUse()).toMatchObject({ contacts: { former: 1 }, receipts: { former: 1 } });
    expect(await rotated.keepFormerReceipts(ACTOR, { givesNewLinks: false })).toEqual({ renewed: 1, left: [] });
    expect(await rotated.renewContactHashes(ACTOR)).toEqual({ renewed: 1, left: [] });
    expect(await rotated.secretsInUse()).toMatchObject({ contacts: { s2: 1 } });
    expect(await rotated.secretsInUse()).not.toHaveProperty("receipts");
    const without = await houseWith({ secrets: S2 });
    expect(await without.troubles()).toEqual([]);
    await isKnownTo(without);
    // A receipt expires by what happened to the inquiry, and this is nothing of it.
    expect(await without.db.inquiry.findUniqueOrThrow({ where: { id } })).toMatchObject({ updatedAt });
  });

  test("keeps saying that it was erased, and keeps no link of an erased inquiry", async () => {
    const { id, token } = await formerInquiry();
    const { eraseOwnInquiry } = await import("@/lib/receipts/mutations");
    const found = await house.findReceipt(token);
    await eraseOwnInquiry("holder" in found ? found.holder : (undefined as never));
    await house.keepFormerReceipts(ACTOR, { givesNewLinks: false });
    expect(await (await houseWith({ secrets: S2 })).findReceipt(token)).toMatchObject({ state: "erased" });
    expect(await house.db.inquiry.findUniqueOrThrow({ where: { id } })).toMatchObject({ receiptToken: null });
  });

  test("gets a new link when the secret is lost, and only when somebody said so", async () => {
    const { id, reference, token } = await formerInquiry();
    const without = await houseWith({ secrets: S2 });
    expect(await without.keepFormerReceipts(ACTOR, { givesNewLinks: false })).toEqual({ renewed: 0, left: [id] });
    expect(await without.keepFormerReceipts(ACTOR, { givesNewLinks: true })).toEqual({ renewed: 1, left: [] });
    const link = await without.receiptTokenOf(reference);
    expect(link).not.toBe(token);
    expect([await without.findReceipt(link), await without.findReceipt(token)]).toMatchObject([
      { state: "open" },
      { state: "unknown" },
    ]);
  });
});

describe("/api/ready", () => {
  const answer = async ({ GET }: House) => (await GET()).json() as Promise<{ checks: object; problems?: string[] }>;

  test("says that keys fit, and in words what is wrong", async () => {
    await house.admitKeys();
    const { problems = [], checks } = await answer(house);
    expect({ checks, ofKeys: problems.filter((words) => /keys|KEYS|SECRET/.test(words)) }).toMatchObject({
      checks: { keys: true },
      ofKeys: [],
    });
    const wrong = await houseWith({ keys: OTHER_K1 });
    expect((await wrong.GET()).status).toBe(503);
    expect(await answer(wrong)).toMatchObject({
      checks: { keys: false },
      problems: expect.arrayContaining([
        expect.stringMatching(/ENCRYPTION_KEYS: test is not the key that this database knows/),
      ]) as string[],
    });
  });

  test("does not take a database that is away for wrong keys", async () => {
    await house.admitKeys();
    await house.db.$executeRaw`ALTER TABLE "KeyFingerprint" RENAME TO "Away"`;
    try {
      expect(await answer(house)).toMatchObject({
        checks: { keys: false },
        problems: expect.arrayContaining([
          expect.stringMatching(/^The keys are not checked: the database does not answer/),
        ]) as string[],
      });
      const stopping = new AbortController();
      const waiting = (await houseWith({ keys: OTHER_K1 })).untilAdmitted(stopping.signal);
      await house.db.$executeRaw`ALTER TABLE "Away" RENAME TO "KeyFingerprint"`;
      expect(await waiting).toMatchObject([{ trouble: "wrong" }]);
    } finally {
      await house.db.$executeRaw`ALTER TABLE IF EXISTS "Away" RENAME TO "KeyFingerprint"`;
    }
  });
});
