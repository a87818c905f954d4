import type { SystemActor } from "@/lib/audit/actor";
import { missingKeys, type MissingKey } from "@/lib/backups/manifest";
import { noteLostKeys, recordKeys } from "@/lib/keys/mutations";
import { SETTINGS } from "@/lib/keys/ring";
import { keyFingerprints } from "@/lib/server/key-fingerprints";
import { keySource } from "@/lib/server/key-source";
import { countsFirstWords, setOutside } from "../setup/counts-first";
import { Failure } from "../setup/failure.mjs";
import type { WholeBackup } from "./verify";

/**
 * The keys that a backup needs and that are not here, for whoever goes on without them.
 * @throws Failure that names each one by its id and fingerprint
 */
export function missingHere(
  { manifest }: Pick<WholeBackup, "manifest">,
  withoutKeys: boolean,
): { note: string; value: MissingKey[] } {
  const missing = missingKeys(manifest, keyFingerprints());
  if (missing.length === 0) return { note: "all keys are here", value: [] };
  // An id means one key for ever: the restored database would not start with another one.
  const others = missing.filter(({ differs }) => differs);
  if (withoutKeys && others.length === 0) {
    const ids = missing.map(({ id }) => id).join(", ");
    return { note: `${missing.length} missing, as you know: ${ids}. At the end: npm run reencrypt`, value: missing };
  }
  const settings = new Set(missing.map(({ kind }): string => SETTINGS[kind]));
  const outside = countsFirstWords(
    setOutside().filter((setting) => settings.has(setting)),
    "$DATA_DIR/secrets.json",
  );
  throw new Failure(
    `Keys are missing that the backup needs:\n${missing.map((key) => `         ${wordsOf(key)}`).join("\n")}\n` +
      `       Set them as they were when it was made: ${placeWords()}.\n` +
      (outside && `       ${outside}\n`) +
      `       Are they lost for good? ${others.map(renameWords).join("")}Go on without them by --without-keys, and then run npm run reencrypt.`,
  );
}

/** A secrets.json counts for the house's own server only. */
function placeWords(): string {
  return process.env.OWN_DATABASE === undefined
    ? "in .env, or in the environment, which counts first (the two values of a secrets.json under the same names: with DATABASE_URL the file is not read)"
    : "in .env, or by the old $DATA_DIR/secrets.json";
}

/**
 * For a database of DATABASE_URL, whose keys are in the environment.
 * @throws Failure when there are none, which leads to the old ones before it asks for new ones
 */
export function refuseNoKeys(withoutKeys: boolean): void {
  const lacking = Object.values(SETTINGS).filter((setting) => !process.env[setting]);
  if (lacking.length === 0 || process.env.OWN_DATABASE !== undefined) return;
  throw new Failure(
    `There are no keys here: neither the environment nor .env has ${lacking.join(" and ")}.\n` +
      `       Set those of the house that made the backup: ${placeWords()}.\n` +
      "       Are they lost for good? Nobody will ever read what they sealed. Set new ones with ids that were never used\n" +
      `       (${MADE_BY})${withoutKeys ? "." : ", and restore with --without-keys."}`,
  );
}

const MADE_BY = "ENCRYPTION_KEYS=new1:$(openssl rand -base64 32) APP_SECRET=new1:$(openssl rand -hex 32)";

const LOST = {
  encryption: "what it encrypted cannot be read",
  secret: "nobody is found by email or phone until npm run reencrypt has made the hashes anew",
} as const;

function wordsOf({ kind, id, fingerprint, differs }: MissingKey): string {
  const setting = SETTINGS[kind];
  const source = keySource(setting);
  const why = differs ? `${setting} has another key of this id, in ${source}` : `it is not in ${setting}, of ${source}`;
  return `${id} with the fingerprint ${fingerprint ?? "unknown"}: ${why}; ${LOST[kind]}`;
}

function renameWords({ kind, id }: MissingKey): string {
  return `Give ${id} of ${SETTINGS[kind]} a new id, in ${keySource(SETTINGS[kind])}. `;
}

/** Notes what is lost and what is here instead: the restored database starts with it. */
export async function goOnWithout(actor: SystemActor, lost: readonly MissingKey[]): Promise<void> {
  if (lost.length === 0) return;
  await noteLostKeys(
    actor,
    lost.map(({ kind, id }) => ({ kind, keyId: id })),
  );
  await recordKeys(actor);
}
