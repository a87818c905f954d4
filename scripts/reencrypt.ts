// `npm run reencrypt`: encrypts again with the newest key what older keys encrypted, makes stored hashes anew with the
// newest secret, and says which keys and secrets are still needed. Run it after a new one was put first in
// ENCRYPTION_KEYS or APP_SECRET and site and worker were started again. You may stop it and run it again.
// `-- --lost k1` notes that an encryption key is lost for good; `-- --lost-receipts` gives new links to inquiries whose
// receipts were made with a secret that is lost.
import { parseArgs } from "node:util";
import { system } from "@/lib/audit/actor";
import { renewContentHashes } from "@/lib/corrections/jobs";
import { keepFormerReceipts, renewContactHashes } from "@/lib/inquiries/jobs";
import { keyWords } from "@/lib/keys/jobs";
import { noteLostKey, recordKeys } from "@/lib/keys/mutations";
import { checkKeys, secretsInUse } from "@/lib/keys/queries";
import { ringOf } from "@/lib/keys/ring";
import { SEALED_TABLES } from "@/lib/keys/sealed-tables";
import { db } from "@/lib/server/db";
import { reencrypt } from "@/lib/server/reencryption";
import { requireSettings } from "./setup/settings-check";

const ACTOR = system("keys");

const { values } = parseArgs({ options: { lost: { type: "string" }, "lost-receipts": { type: "boolean" } } });
const givesNewLinks = values["lost-receipts"] ?? false;

requireSettings(["DATABASE_URL", "DATA_DIR", "BACKUP_KEEP_DAYS", "ENCRYPTION_KEYS", "APP_SECRET"]);

if (values.lost !== undefined) await noteLostKey(ACTOR, values.lost);
const problems = await checkKeys();
// Much of what a missing key needs can be mended here; with a wrong one it would get worse.
const isMended = { wrong: false, missing: true, receipts: givesNewLinks };
if (problems.every(({ trouble }) => isMended[trouble])) {
  await recordKeys(ACTOR);
  await renewEverything();
} else {
  console.error(`\nerror  ${keyWords(problems)}\n`);
  process.exitCode = 1;
}
await db.$disconnect();

async function renewEverything(): Promise<void> {
  const neededKeys = new Set<string>();
  // First, because it seals too.
  say("Inquiry receipts kept", await keepFormerReceipts(ACTOR, { givesNewLinks }));
  for (const table of SEALED_TABLES) {
    const { model, sealed, unreadable, keysInUse } = await reencrypt(table);
    for (const key of Object.keys(keysInUse)) neededKeys.add(key);
    console.log(`${model}: ${sealed} values sealed anew; values by key: ${counts(keysInUse)}`);
    report(model, "rows do not open with any key of the ring", unreadable);
  }
  say("Inquiry contacts hashed anew", await renewContactHashes(ACTOR));
  console.log(`Correction reports hashed anew: ${await renewContentHashes(ACTOR)}`);

  const neededSecrets = new Set<string>();
  for (const [what, bySecret] of Object.entries(await secretsInUse())) {
    for (const secret of Object.keys(bySecret)) neededSecrets.add(secret);
    console.log(`${what}, by secret: ${counts(bySecret)}`);
  }
  sayRemovable("ENCRYPTION_KEYS", "encryption", neededKeys);
  sayRemovable("APP_SECRET", "secret", neededSecrets);
}

function say(what: string, { renewed, left }: { renewed: number; left: string[] }): void {
  console.log(`${what}: ${renewed}`);
  report(what, "rows could not be", left);
}

function report(what: string, why: string, rows: string[]): void {
  if (rows.length === 0) return;
  console.error(`${what}: ${rows.length} ${why}: ${rows.join(", ")}`);
  process.exitCode = 1;
}

function counts(byKey: Record<string, number>): string {
  return (
    Object.entries(byKey)
      .map(([key, count]) => `${key}: ${count}`)
      .join(", ") || "none"
  );
}

/** A thing of a former version may need any secret. */
function sayRemovable(setting: string, kind: Parameters<typeof ringOf>[0], needed: Set<string>): void {
  const [newest, ...older] = ringOf(kind);
  const removable = needed.has("former") ? [] : older.filter(({ id }) => !needed.has(id)).map(({ id }) => id);
  console.log(`${setting}: ${newest!.id} is the newest; may be removed: ${removable.join(", ") || "none"}`);
}
