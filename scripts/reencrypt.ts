// `npm run reencrypt`: encrypts again with the newest key what older keys encrypted, makes stored hashes anew with the
// newest secret, and says which keys and secrets are still needed. Run it after a new one was put first in
// ENCRYPTION_KEYS or APP_SECRET and site and worker were started again. You may stop it and run it again.
// `-- --lost k1` notes that a key is lost for good; `-- --lost-receipts` gives new links to inquiries whose receipts
// were made with a secret that is lost.
import { system } from "@/lib/audit/actor";
import { renewContentHashes } from "@/lib/corrections/jobs";
import { keepFormerReceipts, renewContactHashes } from "@/lib/inquiries/jobs";
import { keyWords } from "@/lib/keys/jobs";
import { noteLostKeys, recordKeys } from "@/lib/keys/mutations";
import { checkKeys, findLosses, isStrangeRing, listLost, secretsInUse } from "@/lib/keys/queries";
import { SEALED_TABLES } from "@/lib/keys/sealed-tables";
import { db } from "@/lib/server/db";
import { reencrypt } from "@/lib/server/reencryption";
import { counted } from "@/lib/shared/counted";
import { counts, endLines } from "./reencrypt/lines";
import { parseRequest, type ReencryptRequest } from "./reencrypt/request";
import { describeFailure, Failure } from "./setup/failure.mjs";
import { requireSettings } from "./setup/settings-check";

const ACTOR = system("keys");

try {
  const request = parseRequest(process.argv.slice(2));
  requireSettings(["DATABASE_URL", "DATA_DIR", "BACKUP_KEEP_DAYS", "ENCRYPTION_KEYS", "APP_SECRET"]);
  await noteLost(request);
  await refuseUnfit(request);
  await recordKeys(ACTOR);
  await renewEverything(request);
} catch (error) {
  console.error(`\n${describeFailure(error)}\n`);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}

async function noteLost({ lost }: ReencryptRequest): Promise<void> {
  if (lost.length === 0) return;
  const { losses, refused } = await findLosses(lost);
  if (refused.length > 0) throw new Failure(refused.join("\n       "));
  await noteLostKeys(ACTOR, losses);
}

/**
 * Much of what a missing key needs can be mended here; with a wrong one it would get worse. When values need keys and
 * none of those that are here is this database's, they may be another house's.
 */
async function refuseUnfit({ givesNewLinks }: ReencryptRequest): Promise<void> {
  const problems = await checkKeys();
  const isOurs = !(await isStrangeRing("encryption"));
  const isMended = { wrong: false, missing: isOurs, receipts: givesNewLinks };
  if (!problems.every(({ trouble }) => isMended[trouble])) throw new Failure(keyWords(problems));
}

async function renewEverything({ givesNewLinks }: ReencryptRequest): Promise<void> {
  const lost = { encryption: await listLost("encryption"), secret: await listLost("secret") };
  const needed = { encryption: new Set<string>(), secret: new Set<string>() };
  // First, because it seals too.
  say("Links of receipts kept from now on, for later mails", await keepFormerReceipts(ACTOR, { givesNewLinks }));
  for (const table of SEALED_TABLES) {
    const { model, sealed, unreadable, keysInUse } = await reencrypt(table, lost.encryption);
    for (const key of Object.keys(keysInUse)) needed.encryption.add(key);
    console.log(
      `${model}: ${counted(sealed, "value")} sealed anew; values by key: ${counts(keysInUse, lost.encryption)}`,
    );
    report(
      model,
      ["row does not open with any key of the ring", "rows do not open with any key of the ring"],
      unreadable,
    );
  }
  say("Inquiry contacts hashed anew", await renewContactHashes(ACTOR, lost.encryption));
  console.log(`Correction reports hashed anew: ${await renewContentHashes(ACTOR)}`);

  for (const [what, bySecret] of Object.entries(await secretsInUse())) {
    for (const secret of Object.keys(bySecret)) needed.secret.add(secret);
    console.log(`${what}, by secret: ${counts(bySecret, lost.secret)}`);
  }
  for (const line of await endLines(needed, lost.secret)) console.log(line);
}

function say(what: string, { renewed, left }: { renewed: number; left: string[] }): void {
  console.log(`${what}: ${renewed}`);
  report(what, ["row could not be", "rows could not be"], left);
}

function report(what: string, [one, many]: readonly [string, string], rows: string[]): void {
  if (rows.length === 0) return;
  console.error(`${what}: ${counted(rows.length, one, many)}: ${rows.join(", ")}`);
  process.exitCode = 1;
}
