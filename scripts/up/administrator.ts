import { rmSync } from "node:fs";
import path from "node:path";
import { generatePassword } from "../../lib/staff/password";
import { SERVER_TYPESCRIPT, runNode } from "../setup/commands.mjs";
import { administratorEmail } from "../setup/database-contents";
import { readPrivateJson, writePrivate } from "../setup/private-files.mjs";

/** What the start says about signing in; `shown` is called after it was said. */
export type Administrator = { email: string; password: string; note: string; shown: () => void };

const DEFAULT_EMAIL = "admin@example.org";
const RESET = "npm run administrator -- --email";

/**
 * Makes the first administrator when there is no staff. A generated password waits in a private file until it was
 * shown, so that an interrupted start does not lose it.
 */
export async function firstAdministrator(env: NodeJS.ProcessEnv, url: string, data: string): Promise<Administrator> {
  const file = path.join(data, "first-administrator.json");
  let made = readPrivateJson<{ email: string; password: string }>(file);
  const existing = await administratorEmail(url);
  if (!existing) {
    made = {
      email: (process.env.ADMIN_EMAIL || DEFAULT_EMAIL).toLowerCase(),
      password: process.env.ADMIN_PASSWORD || generatePassword(),
    };
    if (!process.env.ADMIN_PASSWORD) writePrivate(file, JSON.stringify(made));
    await runNode("Making the administrator", [...SERVER_TYPESCRIPT, "scripts/administrator.ts", "--first"], {
      env: { ...env, ADMIN_EMAIL: made.email, ADMIN_PASSWORD: made.password },
      log: path.join(data, "logs", "administrator.log"),
    });
  }
  const shown = () => rmSync(file, { force: true });
  if (made && process.env.ADMIN_PASSWORD !== made.password && (!existing || existing === made.email))
    return { ...made, note: "shown only this once", shown };
  const email = existing ?? made?.email ?? DEFAULT_EMAIL;
  if (!existing) return { email, password: "as set in ADMIN_PASSWORD", note: "", shown };
  return { email, password: "as first shown or set", note: `lost? ${RESET} ${email}`, shown };
}
