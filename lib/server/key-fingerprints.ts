import "server-only";
import { createHmac } from "node:crypto";
import { env } from "./env";

const LABEL = "best-heroin-rehab key fingerprint";
const SHOWN = 16;

/** The fingerprint of each key of the ring by its id: tells two keys apart, and nothing of a key. */
export function keyFingerprints(): Record<string, string> {
  const pairs = env().ENCRYPTION_KEYS.split(",");
  return Object.fromEntries(
    pairs.map((pair) => {
      const colon = pair.indexOf(":");
      return [pair.slice(0, colon), fingerprintOf(Buffer.from(pair.slice(colon + 1), "base64"))];
    }),
  );
}

/** That of APP_SECRET, without which receipts' links and look-ups by hash no longer work. */
export function secretFingerprint(): string {
  return fingerprintOf(Buffer.from(env().APP_SECRET));
}

function fingerprintOf(secret: Buffer): string {
  return createHmac("sha256", secret).update(LABEL).digest("hex").slice(0, SHOWN);
}
