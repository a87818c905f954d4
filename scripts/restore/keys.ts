import type { SystemActor } from "@/lib/audit/actor";
import { missingKeys, type MissingKey } from "@/lib/backups/manifest";
import { noteLostKeys, recordKeys } from "@/lib/keys/mutations";
import { SETTINGS } from "@/lib/keys/ring";
import { keyFingerprints } from "@/lib/server/key-fingerprints";
import { keySource } from "@/lib/server/key-source";
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
  throw new Failure(
    `Keys are missing that the backup needs:\n${missing.map((key) => `         ${wordsOf(key)}`).join("\n")}\n` +
      "       Set them as they were when it was made: in .env, or by the old $DATA_DIR/secrets.json.\n" +
      `       Are they lost for good? ${others.map(renameWords).join("")}Go on without them by --without-keys, and then run npm run reencrypt.`,
  );
}

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
