// A backup that is not whole, needs what is not here, or comes from another version; and a database that is half there.
import { createHash, randomBytes } from "node:crypto";
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { backupFolder } from "@/lib/backups/backup-folder";
import { makeBackup } from "@/lib/backups/jobs";
import { MANIFEST, readManifest, type Manifest } from "@/lib/backups/manifest";
import { admitKeys } from "@/lib/keys/jobs";
import { noteLostKeys } from "@/lib/keys/mutations";
import { readArchive, writeArchive } from "@/lib/server/archive";
import { query } from "../../scripts/setup/database";
import { contentsOf, emptyDatabases, runOn } from "../support/backups";
import { testDatabase } from "../support/database";
import { newInquiry } from "../support/inquiry";
import { patience } from "../support/patience.mjs";

// Whole commands run here.
vi.setConfig({ testTimeout: patience(120_000) });
testDatabase();
const emptyDatabase = emptyDatabases();
const folder = mkdtempSync(path.join(tmpdir(), "refused-"));
const at = (name: string) => path.join(folder, name);
let file = "";
let manifest: Manifest;
let url = "";

const restore = (backup: string, settings: Record<string, string> = {}, ...words: string[]) =>
  runOn(url, ["scripts/restore.ts", backup, ...words], { DATA_DIR: at("data"), ...settings });

beforeAll(async () => {
  await newInquiry();
  const made = await makeBackup(system("backup"));
  file = path.join(backupFolder(), made?.fileName ?? "");
  manifest = await manifestOf(file);
  url = await emptyDatabase();
}, patience(120_000));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function manifestOf(backup: string): Promise<Manifest> {
  let text = "";
  for await (const { name, chunks } of readArchive(backup)) {
    const parts: Buffer[] = [];
    for await (const chunk of chunks) parts.push(chunk);
    if (name === MANIFEST) text = Buffer.concat(parts).toString();
  }
  return readManifest(text)!;
}

async function expectUntouched(): Promise<void> {
  expect((await contentsOf(url)).rows).toEqual({});
  expect((await contentsOf(url)).rules).toEqual([]);
}

describe("refused in words, before anything is written:", () => {
  // That every cut and every changed byte is found is proved in lib/server/archive.test.ts.
  test.each([
    ["nothing", 0],
    ["its half", 0.5],
    ["all but a byte", 1],
  ])("a backup of which there is only %s", async (_, part) => {
    const { size } = { size: readFileSync(file).length };
    copyFileSync(file, at("cut.tar"));
    truncateSync(at("cut.tar"), Math.max(0, Math.floor(size * part) - 1));
    const { code, errors } = await restore(at("cut.tar"));
    expect(code).toBe(1);
    expect(errors).toContain("was cut short");
    expect(errors).not.toMatch(/ at .*:\d+:\d+/);
    await expectUntouched();
  });

  test("one with another byte in it", async () => {
    const bytes = readFileSync(file);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(at("changed.tar"), bytes);
    expect(await restore(at("changed.tar"))).toMatchObject({
      code: 1,
      errors: expect.stringContaining("was changed after it was made"),
    });
    await expectUntouched();
  });

  test("one that is sealed, and lacks what it says it has", async () => {
    await sealed({ ...manifest });
    expect(await restore(at("sealed.tar"))).toMatchObject({ code: 1, errors: expect.stringContaining("was changed") });
  });

  test.each([
    ["a migration that is not here", { name: "20991231000000_later", checksum: "0" }],
    ["another script under a name that is here", { name: "20261122000000_foundation", checksum: "0" }],
  ])("one made by a version with %s", async (_, migration) => {
    await sealed({ ...manifest, tables: [], entries: [], migrations: [migration] });
    const { code, errors } = await restore(at("sealed.tar"));
    expect(code).toBe(1);
    expect(errors).toContain("made by a newer version of the house");
    expect(errors).toContain(migration.name);
    await expectUntouched();
  });

  test("one in a form that only later versions read", async () => {
    await sealed({ ...manifest, format: 2 } as unknown as Manifest);
    expect(await restore(at("sealed.tar"))).toMatchObject({
      code: 1,
      errors: expect.stringContaining("newer version"),
    });
  });

  test("one whose keys are not here, by id and fingerprint and never the key", async () => {
    const other = randomBytes(32).toString("base64");
    const fingerprint = manifest.keys.here.encryption.test ?? "";
    const settings = { ENCRYPTION_KEYS: `test:${other}`, APP_SECRET: "x".repeat(32) };
    // An id means one key for ever: nothing would start with another one.
    const { code, errors } = await restore(file, settings, "--without-keys");
    expect(code).toBe(1);
    expect(errors).toMatch(
      /Are they lost for good\? Give test of ENCRYPTION_KEYS a new id, in the environment or \.env\./,
    );
    expect(errors).toContain(`test with the fingerprint ${fingerprint}: ENCRYPTION_KEYS has another key of this id`);
    const secret = `s1 with the fingerprint ${manifest.keys.here.secret.s1}: APP_SECRET has another key of this id`;
    expect(errors).toContain(secret);
    expect(errors).not.toContain(other);
    const absent = await restore(file, { ENCRYPTION_KEYS: `k2:${other}` });
    expect(absent.errors).toContain(`test with the fingerprint ${fingerprint}: it is not in ENCRYPTION_KEYS`);
    expect(absent.errors).toMatch(
      /Are they lost for good\? Go on without them by --without-keys, and then run npm run reencrypt/,
    );
    await expectUntouched();
  });

  test("without any key here: asks for the old ones before it asks for new ones", async () => {
    for (const words of [[], ["--without-keys"]]) {
      const { code, errors } = await restore(file, { ENCRYPTION_KEYS: "", APP_SECRET: "" }, ...words);
      expect(code).toBe(1);
      expect(errors).toMatch(/neither the environment nor \.env has ENCRYPTION_KEYS and APP_SECRET/);
      expect(errors).toMatch(/Set those of the house that made the backup: [^]*Are they lost for good\?[^]*openssl/);
      expect(errors.includes("--without-keys")).toBe(words.length === 0);
    }
    await expectUntouched();
  });

  test("a database in which its user may not make the extensions: it says what the administrator runs", async () => {
    const bare = await emptyDatabase();
    const name = new URL(bare).pathname.slice(1);
    const server = new URL(process.env.TEST_POSTGRES_URL ?? "");
    server.pathname = `/${name}`;
    await query(server.href, (client) => client.query("DROP EXTENSION earthdistance"));
    for (const script of [["scripts/restore.ts", file], ["scripts/migrate.ts"]]) {
      const { code, errors } = await runOn(bare, script, { DATA_DIR: at("bare") });
      expect(code).toBe(1);
      expect(errors).toContain(`psql -d ${name} -c 'CREATE EXTENSION IF NOT EXISTS pg_trgm; `);
      expect(errors).not.toMatch(/ at .*:\d+:\d+/);
    }
    const left = await contentsOf(bare);
    expect([left.rows, left.rules]).toEqual([{}, []]);
    await query(server.href, (client) => client.query("CREATE EXTENSION IF NOT EXISTS earthdistance CASCADE"));
    expect(await runOn(bare, ["scripts/restore.ts", file], { DATA_DIR: at("bare") })).toMatchObject({ code: 0 });
  });

  test("a file that is none", async () => {
    expect(await restore(at("none.tar"))).toMatchObject({
      code: 1,
      errors: expect.stringContaining("There is no file"),
    });
  });
});

test("a backup has no key in it, and says which ones it needs", async () => {
  expect(manifest.keys.needed).toEqual({ encryption: ["test"], secret: ["s1"] });
  const bytes = readFileSync(file);
  const key = Buffer.from("MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=", "base64");
  for (const secret of [key, key.toString("base64"), "a secret that only tests know, 32+"])
    expect(bytes.includes(secret)).toBe(false);
});

test("without the keys it is restored for whoever says so, and starts", async () => {
  const other = { ENCRYPTION_KEYS: `k2:${randomBytes(32).toString("base64")}` };
  const { code, output } = await restore(file, other, "--without-keys");
  expect(code).toBe(0);
  expect(output).toContain("1 missing, as you know: test. At the end: npm run reencrypt");
  const start = 'console.log(await (await import("./lib/keys/jobs.ts")).admitKeys()); process.exit()';
  const started = await runOn(url, ["--input-type=module", "--eval", start], other);
  expect(started).toMatchObject({ code: 0, output: "[]\n" });
});

test("is made without any key, and says which ones the database needs, but for lost ones", async () => {
  await admitKeys();
  const unset = { ENCRYPTION_KEYS: "", APP_SECRET: "", DATA_DIR: at("keyless") };
  const made = async () => {
    rmSync(at("keyless"), { recursive: true, force: true });
    const { code } = await runOn(process.env.DATABASE_URL ?? "", ["scripts/backup.ts"], unset);
    expect(code).toBe(0);
    return (await manifestOf(at(`keyless/backups/${readdirSync(at("keyless/backups"))[0]}`))).keys;
  };
  expect(await made()).toEqual(manifest.keys);
  await noteLostKeys(system("keys"), [{ kind: "encryption", keyId: "test" }]);
  expect((await made()).needed).toEqual({ encryption: [], secret: ["s1"] });
});

test("a backup from before the newest tables is migrated", async () => {
  const older = await emptyDatabase();
  const last = manifest.migrations.length - 2;
  await query(older, async (client) => {
    await client.query(`CREATE TABLE _prisma_migrations (id VARCHAR(36) PRIMARY KEY, checksum VARCHAR(64) NOT NULL,
      finished_at TIMESTAMPTZ, migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
      started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`);
    for (const [index, { name }] of manifest.migrations.slice(0, last).entries()) {
      const script = readFileSync(path.join("prisma/migrations", name, "migration.sql"), "utf8");
      await client.query(script);
      const checksum = createHash("sha256").update(script).digest("hex");
      await client.query(
        `INSERT INTO _prisma_migrations (id, checksum, finished_at, migration_name, started_at)
         VALUES (gen_random_uuid(), $1, now(), $2, now() + $3 * interval '1 second')`,
        [checksum, name, index],
      );
    }
    await client.query(
      `INSERT INTO "StaffMember" ("id", "name", "email", "updatedAt") VALUES ('a', 'Ana', 'a@example.org', now())`,
    );
  });
  const backup = await runOn(older, ["scripts/backup.ts"], { DATA_DIR: at("older") });
  expect(backup).toMatchObject({ code: 0, errors: "" });
  const [name = ""] = readdirSync(at("older/backups"));
  const into = await emptyDatabase();
  const { code, errors } = await runOn(into, ["scripts/restore.ts", at(`older/backups/${name}`)], {
    DATA_DIR: at("data"),
  });
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  const { rows } = await contentsOf(into);
  expect(rows.StaffMember?.join()).toContain("a@example.org");
  expect(rows._prisma_migrations).toHaveLength(manifest.migrations.length);
  expect(rows.Restoration).toHaveLength(1);
});

test("site, worker and a second restore refuse a database into which a restore has not ended", async () => {
  const half = await emptyDatabase();
  await query(half, (client) => client.query("CREATE SCHEMA restoring"));
  for (const script of ["scripts/start.ts", "scripts/worker.ts"]) {
    const { code, errors } = await runOn(half, [script]);
    expect({ script, code }).toEqual({ script, code: 1 });
    expect(errors).toContain("A restore into this database has not ended");
  }
  const again = await runOn(half, ["scripts/restore.ts", file], { DATA_DIR: at("data") });
  expect(again).toMatchObject({
    code: 1,
    errors: expect.stringContaining("An earlier restore into this database did not end"),
  });
});

/** A sealed archive with a manifest and nothing else. */
async function sealed(says: Manifest): Promise<void> {
  rmSync(at("sealed.tar"), { force: true });
  await writeArchive(at("sealed.tar"), ({ addText }) => addText(MANIFEST, JSON.stringify(says)).then(() => undefined));
}
