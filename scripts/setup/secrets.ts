import { randomBytes } from "node:crypto";
import path from "node:path";
import { readPrivateJson, writePrivate } from "./private-files.mjs";

type Secrets = { APP_SECRET: string; ENCRYPTION_KEYS: string };

/**
 * This copy's secrets, made once; those in the environment count first. Without the file, encrypted values are lost.
 */
export function localSecrets(folder: string): Secrets {
  const file = path.join(folder, "secrets.json");
  let kept = readPrivateJson<Secrets>(file);
  if (!kept) {
    kept = { APP_SECRET: randomBytes(32).toString("hex"), ENCRYPTION_KEYS: `k1:${randomBytes(32).toString("base64")}` };
    writePrivate(file, JSON.stringify(kept, null, 2));
  }
  return {
    APP_SECRET: process.env.APP_SECRET || kept.APP_SECRET,
    ENCRYPTION_KEYS: process.env.ENCRYPTION_KEYS || kept.ENCRYPTION_KEYS,
  };
}
