import { createHmac, hkdfSync } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { secretRing } from "@/lib/server/key-ring";
import { untilHydrated } from "./page-watch";

const MINUTE_MS = 60_000;
/** What the identities of our forms are signed for: lib/inquiries/inquiry-form-key.ts, lib/corrections/paths.ts. */
type FormName = "inquiry form" | "correction form";

/**
 * Makes the form on the page a minute older, by the key that signed its identity: what is sent faster than anybody reads
 * it goes to the quarantine, and a test does not wait.
 * @param scripts whether the page runs them: React writes the field when it takes the page over
 */
export async function ageForm(page: Page, name: FormName, { scripts }: { scripts: boolean }): Promise<void> {
  if (scripts) await untilHydrated(page);
  const field = page.locator('input[name="form"]');
  const [encoded = "", signature] = (await field.inputValue()).split(".");
  expect(signature).toBe(signatureOf(name, encoded));
  const [random, shownAt, note] = JSON.parse(Buffer.from(encoded, "base64url").toString()) as [string, number, string];
  const older = Buffer.from(JSON.stringify([random, shownAt - MINUTE_MS, note])).toString("base64url");
  const value = `${older}.${signatureOf(name, older)}`;
  await field.evaluate((input: HTMLInputElement, aged) => (input.value = aged), value);
}

/** As lib/server/crypto.ts signs, with the key of lib/server/purpose-keys.ts. */
function signatureOf(name: FormName, encoded: string): string {
  const secrets = readFileSync(path.join(path.resolve(process.env.DATA_DIR || ".data"), "secrets.json"), "utf8");
  const { APP_SECRET } = JSON.parse(secrets) as { APP_SECRET: string };
  const [newest] = secretRing(APP_SECRET);
  const key = Buffer.from(hkdfSync("sha256", newest!.key, "best heroin rehab", "forms", 32));
  return createHmac("sha256", key).update(`signed ${name}\0${encoded}`).digest("base64url");
}
