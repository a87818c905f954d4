// A key that is lost for good costs what only it opened or found, and nothing else; and it is lost only once somebody
// says so by its id.
import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { formSender, staffSession } from "../support/actors";
import { runCommand } from "../support/command";
import { testDatabase } from "../support/database";
import { testEnvironment } from "../support/environment";
import { newInquiry, newListing } from "../support/inquiry";
import { patience } from "../support/patience.mjs";

vi.setConfig({ testTimeout: patience(60_000) });
testDatabase();

const K1 = testEnvironment.ENCRYPTION_KEYS;
const S1 = `s1:${testEnvironment.APP_SECRET}`;
const K2 = "k2:YWJjZGVmZ2hpamtsbW5vcHFyc3R1dnd4eXowMTIzNDU=";
const S2 = `s2:${"another secret ".repeat(3)}`;
const staff = staffSession();

/** Starts the house anew with these rings. */
async function houseWith({ keys = K1, secrets = S1 } = {}) {
  vi.stubEnv("ENCRYPTION_KEYS", keys);
  vi.stubEnv("APP_SECRET", secrets);
  vi.resetModules();
  const [jobs, mutations, queries, inquiries, desk, corrections, receipts] = await Promise.all([
    import("@/lib/keys/jobs"),
    import("@/lib/keys/mutations"),
    import("@/lib/keys/queries"),
    import("@/lib/inquiries/admin-queries"),
    import("@/lib/desk/admin-queries"),
    import("@/lib/corrections/admin-queries"),
    import("@/lib/receipts/mutations"),
  ]);
  const words = async () => jobs.keyWords(await jobs.admitKeys());
  return { ...jobs, ...mutations, ...queries, ...inquiries, ...desk, ...corrections, ...receipts, words };
}

/** As somebody runs it in a shell with these rings. */
function reencrypt({ keys = K1, secrets = S1 }, ...args: string[]) {
  const settings = { ENCRYPTION_KEYS: keys, APP_SECRET: secrets, DATABASE_URL: process.env.DATABASE_URL ?? "" };
  return runCommand("scripts/reencrypt.ts", args, settings);
}

let id = "";
beforeEach(async () => {
  await db.inquiry.deleteMany();
  await db.keyFingerprint.deleteMany();
  ({ id } = await newInquiry());
  await (await houseWith()).admitKeys();
});
afterEach(() => vi.unstubAllEnvs());

const known = async () =>
  Object.fromEntries(
    (await db.keyFingerprint.findMany({ orderBy: { keyId: "asc" } })).map(({ keyId, lostAt }) => [
      keyId,
      lostAt === null,
    ]),
  );
const BOTH = { keys: `${K2},${K1}`, secrets: `${S2},${S1}` };
/** The rings that are left; the keys that are named in turn; whether site and worker start then. */
const JOURNEYS = {
  "all keys": { left: { keys: K2, secrets: S2 }, lost: ["test", "s1"] },
  "the encryption keys": { left: { keys: K2 }, lost: ["test"] },
  "the secret": { left: { secrets: S2 }, lost: ["s1"] },
  "one of two encryption keys": { left: { keys: K2, secrets: S1 }, lost: ["test"], rotated: { keys: BOTH.keys } },
  "one of two secrets": { left: { secrets: S2 }, lost: ["s1"], rotated: { secrets: BOTH.secrets } },
};

describe("when it is lost", () => {
  test.each(Object.entries(JOURNEYS))(
    "%s: the words of the start lead back to one",
    async (_, { left, lost, ...also }) => {
      if ("rotated" in also) await (await houseWith(also.rotated)).admitKeys();
      const before = await known();
      const said = await (await houseWith(left)).words();
      const ids = [...said.matchAll(/npm run reencrypt -- (--lost \w+)/g)].map(([, words]) => words!);
      expect(ids).toEqual(lost.map((each) => `--lost ${each}`));
      expect(said.match(/in the environment or \.env\./g)).toHaveLength(lost.length);
      expect(await known()).toEqual(before);

      expect(await reencrypt(left, ...ids.join(" ").split(" "))).toMatchObject({ code: 0, errors: "" });
      expect(await (await houseWith(left)).admitKeys()).toEqual([]);
      const after = await known();
      expect(lost.map((each) => after[each])).toEqual(lost.map(() => false));
      // A second run has nothing left to say.
      expect(await reencrypt(left)).toMatchObject({ code: 0, errors: "" });
    },
  );

  test("nothing is written with keys that may be another house's, until all that values need are named", async () => {
    const before = await known();
    const others = { keys: K2, secrets: S2 };
    expect(await reencrypt(others)).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/--lost test[^]*--lost s1/),
    });
    expect(await known()).toEqual(before);
    expect(await reencrypt(others, "--lost", "s1")).toMatchObject({
      code: 1,
      errors: expect.stringMatching(/--lost test/),
    });
    expect(await known()).toEqual({ ...before, s1: false });
  });

  test.each([
    ["is in the ring", ["--lost", "test"], /ENCRYPTION_KEYS: test is in the environment or \.env\. Take it out/],
    ["no key has", ["--lost", "k7"], /This database knows no key by the id k7/],
    ["stands beside a good one", ["--lost", "s1", "--lost", "k7"], /knows no key by the id k7/],
  ])("an id that %s is refused, and no other is noted", async (_, args, expected) => {
    const before = await known();
    expect(await reencrypt({ secrets: S2 }, ...args)).toMatchObject({
      code: 1,
      errors: expect.stringMatching(expected),
    });
    expect(await known()).toEqual(before);
  });

  test("a key that is found again counts again", async () => {
    await reencrypt({ keys: K2 }, "--lost", "test");
    const house = await houseWith({ keys: `${K2},${K1}` });
    expect(await house.admitKeys()).toEqual([]);
    expect(await known()).toMatchObject({ test: true });
    expect(await house.viewInquiry(staff, id)).toMatchObject({ name: "Ana", isUnreadable: false });
    expect(await (await houseWith({ keys: K2 })).words()).toMatch(/test is missing, and values/);
  });

  test("another key does not take its id, even when nobody saw the lost one", async () => {
    await db.keyFingerprint.deleteMany();
    await reencrypt({ keys: K2 }, "--lost", "test");
    const other = `${K2},${K2.replace("k2", "test")}`;
    expect(await (await houseWith({ keys: other })).words()).toMatch(
      /test of .* does not open what this database sealed/,
    );
  });
});

describe("what a lost key sealed", () => {
  test("is passed over, told apart, and stays as it is, also its contact's hash", async () => {
    const before = await db.inquiry.findUniqueOrThrow({ where: { id } });
    const left = { keys: K2, secrets: S2 };
    const { output } = await reencrypt(left, "--lost", "test", "--lost", "s1");
    expect(output).toMatch(/Inquiry: 0 values sealed anew; values by key: test \(lost\): 4\n/);
    expect(output).toMatch(/contacts, by secret: s1 \(lost\): 1\n/);
    expect(await db.inquiry.findUniqueOrThrow({ where: { id } })).toEqual(before);
  });

  test("takes nothing else from the desk, and its person can be erased", async () => {
    const house = await houseWith();
    const { sealNote } = await import("@/lib/desk/sealed");
    const noteId = randomUUID();
    await db.inquiryNote.create({ data: { id: noteId, inquiryId: id, text: sealNote(noteId, "Called back") } });
    const { reportCorrection } = await import("@/lib/corrections/mutations");
    const input = {
      topic: "contact",
      grounds: "asked_them",
      wrong: "Dead",
      right: "213",
      evidence: undefined,
      email: undefined,
    } as const;
    await reportCorrection(formSender(), { input, listingId: await newListing(), locale: "en", spam: "clear" });
    const correction = await db.correction.findFirstOrThrow({ select: { id: true } });
    expect(await house.viewInquiry(staff, id)).toMatchObject({ name: "Ana", isUnreadable: false });

    await reencrypt({ keys: K2 }, "--lost", "test");
    const after = await houseWith({ keys: K2 });
    expect(await after.viewInquiry(staff, id)).toMatchObject({
      name: null,
      message: null,
      isUnreadable: true,
      status: "new",
    });
    expect(await after.listNotes(staff, id)).toMatchObject([{ id: noteId, text: null }]);
    expect(await after.viewCorrection(staff, correction.id)).toMatchObject({
      wrong: null,
      isUnreadable: true,
      status: "new",
    });
    expect(await after.takeCopy({ inquiryId: id } as never)).toMatchObject({ name: null, unreadable: true });
    expect(await after.eraseInquiryFor(staff, id, "phone")).toBe(true);
    expect(await after.viewInquiry(staff, id)).toMatchObject({ name: null, isUnreadable: false });
  });

  test("with the secret alone lost, everybody is found again by what is sealed", async () => {
    const { output } = await reencrypt({ secrets: S2 }, "--lost", "s1");
    expect(output).toMatch(/contacts, by secret: s2: 1\n/);
    const { findInquiriesBy } = await houseWith({ secrets: S2 });
    expect((await findInquiriesBy(staff, "ana@example.org", [])).map((row) => row.id)).toEqual([id]);
  });
});

describe("at its end, reencrypt says how long", () => {
  const monthLater = () => Date.now() + 30 * 24 * 60 * 60 * 1000;
  /** A moment with its zone, and never before what it is about; and no more than a minute after it. */
  const expectUntil = (text: string | undefined, from: number, to: number) => {
    expect(text).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d UTC$/);
    const until = Date.parse(`${text!.slice(0, 16).replace(" ", "T")}Z`);
    expect(until).toBeGreaterThanOrEqual(from);
    expect(until).toBeLessThan(to + 60_000);
  };

  test("the journal needs an older secret, and what is so when it is lost", async () => {
    const { replayJournal } = await import("@/lib/replays/mutations");
    const { system } = await import("@/lib/audit/actor");
    await replayJournal(system("replay"));
    const { eraseInquiryFor } = await houseWith();
    const before = monthLater();
    await eraseInquiryFor(staff, id, "phone");
    const erased = monthLater();
    const { output } = await reencrypt(BOTH);
    const after = monthLater();
    const [, until] =
      /names records by s1 in \d+ lines?\. APP_SECRET needs s1 until (.+ UTC), when the last backup/.exec(output) ?? [];
    expectUntil(until, before, erased);
    expect(output).toMatch(
      /ENCRYPTION_KEYS: k2 is the newest; may be removed: test\nAPP_SECRET: s2 is the newest; may be removed: none\n/,
    );
    expectUntil(/Older backups need what you remove .* until (.+ UTC) /.exec(output)?.[1], erased, after);
    const lost = await reencrypt({ keys: BOTH.keys, secrets: S2 }, "--lost", "s1");
    expect(lost.output).toMatch(
      /names records by s1 in \d+ lines?\. s1 is lost: what they erased or ended can come back/,
    );
  });
});
