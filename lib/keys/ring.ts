import "server-only";
import { decrypt, encryptWith, openOrNull } from "@/lib/server/crypto";
import { env } from "@/lib/server/env";
import { encryptionRing, keyFingerprint, secretRing, type KeyKind, type RingKey } from "@/lib/server/key-ring";

/** The setting of each kind of key. */
export const SETTINGS = { encryption: "ENCRYPTION_KEYS", secret: "APP_SECRET" } as const satisfies Record<
  KeyKind,
  string
>;

/** The ring of each kind as the environment has it, newest first. */
export function ringOf(kind: KeyKind): RingKey[] {
  return kind === "encryption" ? encryptionRing(env().ENCRYPTION_KEYS) : secretRing(env().APP_SECRET);
}

const CANARY = "canary";
const cell = (keyId: string) => ({ model: "KeyFingerprint", column: "canary", row: keyId });

/** What the database keeps of a key. */
export function recordOf(kind: KeyKind, key: RingKey) {
  const canary = kind === "encryption" ? encryptWith(key, CANARY, cell(key.id)) : null;
  return { kind, keyId: key.id, fingerprint: keyFingerprint(kind, key), canary };
}

/** Whether the canary of a key opens with the ring, and sings. */
export function isAlive(keyId: string, canary: string): boolean {
  return openOrNull(() => decrypt(canary, cell(keyId))) === CANARY;
}
