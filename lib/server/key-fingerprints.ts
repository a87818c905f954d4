import "server-only";
import { env } from "./env";
import { encryptionRing, keyFingerprint, secretRing, type KeyKind } from "./key-ring";
import type { RecordedKey } from "./recorded-keys";

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

/**
 * Those that a database knows, which count first, and those that this process has beside them. Where no keys are set
 * there are none of the latter: a backup can be made before anybody knows where they are.
 */
export function knownFingerprints(recorded: readonly RecordedKey[]): KeyFingerprints {
  const ours = ownOrNone();
  const of = (kind: KeyKind) => {
    const known = recorded.flatMap((each): [string, string][] =>
      each.kind === kind && each.fingerprint !== null ? [[each.keyId, each.fingerprint]] : [],
    );
    return { ...ours[kind], ...Object.fromEntries(known) };
  };
  return { encryption: of("encryption"), secret: of("secret") };
}

function ownOrNone(): KeyFingerprints {
  try {
    return keyFingerprints();
  } catch {
    return { encryption: {}, secret: {} };
  }
}
