import { randomBytes, randomUUID } from "node:crypto";
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { admitKeys } from "@/lib/keys/jobs";
import { SEALED_TABLES } from "@/lib/keys/sealed-tables";
import { db } from "@/lib/server/db";
import { Failure } from "@/scripts/setup/failure.mjs";
import { secretsForCommand } from "@/scripts/setup/command-secrets";
import { localSecrets } from "@/scripts/setup/secrets";
import { expectConsole } from "../support/console";
import { testDatabase } from "../support/database";
import { testEnvironment } from "../support/environment";
import { newInquiry } from "../support/inquiry";

testDatabase();

/** The secrets that the database is used with here. */
const { APP_SECRET, ENCRYPTION_KEYS } = testEnvironment;
const OURS = { APP_SECRET, ENCRYPTION_KEYS };
const OTHERS = {
  APP_SECRET: randomBytes(32).toString("hex"),
  ENCRYPTION_KEYS: `test:${randomBytes(32).toString("base64")}`,
};
const OF_OTHER_IDS = {
  APP_SECRET: `s9:${OTHERS.APP_SECRET}`,
  ENCRYPTION_KEYS: OTHERS.ENCRYPTION_KEYS.replace("test", "k9"),
};

let folder = "";
const file = () => path.join(folder, "secrets.json");
const kept = () => readFileSync(file(), "utf8");
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "secrets-"));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  Object.assign(process.env, OURS);
  await db.inquiry.deleteMany();
  await db.keyFingerprint.deleteMany();
});

/** What the database is: this copy's own is asked by the same words as a foreign one, by its URL. */
const DATABASES = {
  "an empty database": async () => undefined,
  "a database that was only started with keys": async () => void (await admitKeys()),
  "a database with values": async () => {
    await newInquiry();
    await admitKeys();
  },
  "a database with values that is older than its records of keys": async () => void (await newInquiry()),
};
/** What the folder has. */
const FILES = { there: OURS, gone: null, other: OTHERS, "of other ids": OF_OTHER_IDS };
/** Taken as they are: the file's; made anew; or refused. Values without a record are compared when the site starts. */
const EXPECTED: Record<keyof typeof DATABASES, Record<keyof typeof FILES, "taken" | "new" | "refused">> = {
  "an empty database": { there: "taken", gone: "new", other: "taken", "of other ids": "taken" },
  "a database that was only started with keys": {
    there: "taken",
    gone: "refused",
    other: "refused",
    "of other ids": "refused",
  },
  "a database with values": { there: "taken", gone: "refused", other: "refused", "of other ids": "refused" },
  "a database with values that is older than its records of keys": {
    there: "taken",
    gone: "refused",
    other: "taken",
    "of other ids": "taken",
  },
};
const cases = Object.entries(EXPECTED).flatMap(([database, byFile]) =>
  Object.entries(byFile).map(([secrets, expected]) => ({ database, secrets, expected }) as const),
);

/** Asks as `npm run up` does, which has no secrets in its environment. */
async function ask() {
  Object.assign(process.env, { APP_SECRET: "", ENCRYPTION_KEYS: "" });
  return localSecrets(folder, process.env.DATABASE_URL ?? "").catch((error: unknown) => error);
}

describe.each(cases)("$database, and secrets that are $secrets", ({ database, secrets, expected }) => {
  test(`are ${expected}`, async () => {
    await DATABASES[database as keyof typeof DATABASES]();
    const before = FILES[secrets as keyof typeof FILES];
    if (before) writeFileSync(file(), JSON.stringify(before));
    const answer = await ask();
    const outcome = answer instanceof Failure ? "refused" : before ? "taken" : "new";
    expect(outcome).toBe(expected);
    // What is in the folder is never overwritten, and nothing is made for a database of others.
    const after = expected === "refused" ? before : (answer as object);
    expect(readOrNull()).toEqual(after);
    expect(outcome === "taken" ? answer : before).toEqual(before);
  });
});

function readOrNull(): unknown {
  try {
    return JSON.parse(kept());
  } catch {
    return null;
  }
}

test("new secrets are other ones each time, and the next start has the same", async () => {
  const first = await ask();
  expect(await ask()).toEqual(first);
  rmSync(file());
  expect(await ask()).not.toEqual(first);
});

test("a refusal says what to do, and no key", async () => {
  await newInquiry();
  await admitKeys();
  expect(String(await ask())).toMatch(
    /ENCRYPTION_KEYS is neither in .*secrets\.json nor in the environment[^]*used with test\.[^]*used with s1\.[^]*Put .*secrets\.json back[^]*reencrypt -- --lost test --lost s1$/,
  );
  writeFileSync(file(), JSON.stringify(OTHERS));
  const said = String(await ask());
  expect(said).toMatch(/ENCRYPTION_KEYS of .*secrets\.json has other keys than the database by the same ids: test\./);
  for (const secret of Object.values(OTHERS)) expect(said).not.toContain(secret.slice(-20));
});

test("a file that was damaged is neither used nor overwritten", async () => {
  writeFileSync(file(), '{"APP_SECRET": "ab');
  expect(String(await ask())).toMatch(/secrets\.json cannot be read/);
  expect(kept()).toBe('{"APP_SECRET": "ab');
});

test("secrets of the environment count first, need no file, and must fit too", async () => {
  await admitKeys();
  const url = process.env.DATABASE_URL ?? "";
  expect(await localSecrets(folder, url)).toEqual(OURS);
  expect(readOrNull()).toBeNull();
  Object.assign(process.env, OTHERS);
  await expect(localSecrets(folder, url)).rejects.toThrow(/APP_SECRET of the environment or \.env has other keys/);
});

/** What each command takes that may go on with keys that are lost; nothing is made that nobody said. */
const ALL_LOST = ["--lost", "test", "--lost", "s1"];
const COMMANDS = {
  "any other command": ["scripts/rank.ts"],
  backup: ["scripts/backup.ts"],
  reencrypt: ["scripts/reencrypt.ts"],
  "reencrypt with one lost": ["scripts/reencrypt.ts", ...ALL_LOST.slice(2)],
  "reencrypt with all lost": ["scripts/reencrypt.ts", ...ALL_LOST],
  "reencrypt with others lost": ["scripts/reencrypt.ts", "--lost", "k7"],
  restore: ["scripts/restore.ts", "FILE"],
  "restore without keys": ["scripts/restore.ts", "FILE", "--without-keys"],
  "restore that releases mails": ["scripts/restore.ts", "--release"],
};
type Outcome = "taken" | "made" | "refused";
const HALVES = { "without encryption keys": { APP_SECRET }, "without a secret": { ENCRYPTION_KEYS } };
const PRESENT = { ...FILES, ...HALVES };
/** In the order of the commands. */
const BY_COMMAND: Record<keyof typeof PRESENT, Outcome[]> = {
  there: ["taken", "taken", "taken", "taken", "taken", "taken", "taken", "taken", "taken"],
  gone: ["refused", "taken", "refused", "refused", "made", "refused", "refused", "made", "taken"],
  // These commands compare them by themselves.
  other: ["refused", "taken", "taken", "taken", "taken", "taken", "taken", "taken", "taken"],
  "of other ids": ["refused", "taken", "taken", "taken", "taken", "taken", "taken", "taken", "taken"],
  "without encryption keys": ["refused", "taken", "refused", "refused", "made", "refused", "refused", "made", "taken"],
  "without a secret": ["refused", "taken", "refused", "made", "made", "refused", "refused", "made", "taken"],
};
const byCommand = Object.entries(BY_COMMAND).flatMap(([secrets, outcomes]) =>
  Object.entries(COMMANDS).map(([command, words], at) => ({ secrets, command, words, expected: outcomes[at]! })),
);

describe("a database that was used with keys", () => {
  test.each(byCommand)("$command, with secrets that are $secrets: $expected", async ({ secrets, words, expected }) => {
    await admitKeys();
    const before = PRESENT[secrets as keyof typeof PRESENT];
    if (before) writeFileSync(file(), JSON.stringify(before));
    Object.assign(process.env, { APP_SECRET: "", ENCRYPTION_KEYS: "" });
    if (expected === "made") expectConsole(/^New keys are in .*secrets\.json: keep a copy of it/);
    const [answer, refusal] = await secretsForCommand(words, folder, process.env.DATABASE_URL ?? "").then(
      (taken) => [taken, null] as const,
      (error: Failure) => [null, error] as const,
    );
    const after = readOrNull();
    const isMade = JSON.stringify(after) !== JSON.stringify(before);
    expect(refusal ? "refused" : isMade ? "made" : "taken").toBe(expected);
    // What there is stays, whatever is made beside it.
    expect(after).toEqual(isMade ? { ...answer, ...before } : before);
    expect(refusal?.message ?? "").not.toContain(ENCRYPTION_KEYS.slice(-20));
  });
});

describe("after a rotation", () => {
  const wayOut = async () => {
    Object.assign(process.env, { APP_SECRET: "", ENCRYPTION_KEYS: "" });
    const refused = await localSecrets(folder, process.env.DATABASE_URL ?? "").then(() => "", String);
    return /npm run reencrypt -- (.*)$/.exec(refused)?.[1]?.split(" --lost ").toSorted();
  };
  /** The database knows two keys of each kind; which of them something needs is said by the values alone. */
  const note = async () => {
    await admitKeys();
    const { canary } = await db.keyFingerprint.findFirstOrThrow({ where: { kind: "encryption" } });
    const fingerprint = "0".repeat(16);
    await db.keyFingerprint.create({ data: { kind: "encryption", keyId: "k2", fingerprint, canary } });
    await db.keyFingerprint.create({ data: { kind: "secret", keyId: "s2", fingerprint } });
  };
  const handOver = async () => {
    for (const { model, columns } of SEALED_TABLES)
      for (const column of columns)
        await db.$executeRawUnsafe(`UPDATE "${model}" SET "${column}" = replace("${column}", 'v1.test.', 'v1.k2.')`);
    await db.$executeRaw`UPDATE "Inquiry" SET "emailHash" = replace("emailHash", 's1.', 's2.'),
      "phoneHash" = replace("phoneHash", 's1.', 's2.')`;
  };

  test("a lost file is answered with the keys that something needs, and not with those that are retired", async () => {
    await newInquiry();
    await note();
    expect(await wayOut()).toEqual(["--lost test", "s1"]);
    await handOver();
    expect(await wayOut()).toEqual(["--lost k2", "s2"]);
    const words = ["scripts/reencrypt.ts", "--lost", "k2", "--lost", "s2"];
    expectConsole(/^New keys are in/);
    await expect(secretsForCommand(words, folder, process.env.DATABASE_URL ?? "")).resolves.toBeDefined();
  });

  test("one by which the journal names records is needed as long as a backup is kept", async () => {
    await newInquiry();
    await note();
    await handOver();
    const line = (at: number) =>
      JSON.stringify({ id: randomUUID(), at: new Date(at).toISOString(), act: "inquiry.erased", subject: "s1.x" });
    mkdirSync(path.join(folder, "journal"));
    const journal = path.join(folder, "journal", "2026-01-01T00-00-00-000Z-00000000.jsonl");
    writeFileSync(journal, `${line(Date.now() - 31 * 86_400_000)}\n`);
    expect(await wayOut()).toEqual(["--lost k2", "s2"]);
    appendFileSync(journal, `${line(Date.now() - 86_400_000)}\n`);
    expect(await wayOut()).toEqual(["--lost k2", "s1", "s2"]);
  });

  test("with nothing that needs any, the newest is named", async () => {
    await note();
    expect(await wayOut()).toEqual(["--lost k2", "s2"]);
  });
});
