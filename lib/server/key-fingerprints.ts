import "server-only";
import { env } from "./env";
import { encryptionRing, keyFingerprint, secretRing, type KeyKind } from "./key-ring";

/** By kind and id of the key: 16 hex digits that tell two keys apart, and nothing of a key. */
export type KeyFingerprints = Record<KeyKind, Record<string, string>>;

/** The fingerprints of the keys that this process has. */
export function keyFingerprints(): KeyFingerprints {
  const { ENCRYPTION_KEYS, APP_SECRET } = env();
  const of = (kind: KeyKind, ring: ReturnType<typeof secretRing>) =>
    Object.fromEntries(ring.map((key) => [key.id, keyFingerprint(kind, key)]));
  return {
    encryption: of("encryption", encryptionRing(ENCRYPTION_KEYS)),
    secret: of("secret", secretRing(APP_SECRET)),
  };
}
