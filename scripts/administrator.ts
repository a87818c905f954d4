// npm run administrator -- --email name@example.org makes the first administrator when there is no staff yet; otherwise
// it gives that staff member a new password. `--sign-everybody-out` ends every session. `npm run up` makes the first one with `--first`, e-mail and password
// from the environment.
import { parseArgs } from "node:util";
import { system } from "@/lib/audit/actor";
import { db } from "@/lib/server/db";
import { signEverybodyOut } from "@/lib/staff/jobs";
import { ensureFirstAdministrator, setPassword } from "@/lib/staff/mutations";
import { generatePassword } from "@/lib/staff/password";
import { isGuessable } from "@/lib/staff/password-strength";
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from "@/lib/staff/schema";
import { FIRST_ADMINISTRATOR } from "@/lib/staff/types";
import { counted } from "@/lib/shared/counted";
import { requireSettings } from "./setup/settings-check";

const ACTOR = system("administrator");

const { values } = parseArgs({
  options: { first: { type: "boolean" }, email: { type: "string" }, "sign-everybody-out": { type: "boolean" } },
});
if (values.first) await makeFirst();
else if (values["sign-everybody-out"]) await endSessions();
else await giveNewPassword(values.email ?? "");
await db.$disconnect();

async function endSessions(): Promise<void> {
  requireSettings(["DATABASE_URL"]);
  const count = await signEverybodyOut(ACTOR);
  console.log(`Everybody is signed out: ${counted(count, "member was", "members were")} signed in.`);
}

async function makeFirst(): Promise<void> {
  const { ADMIN_EMAIL: email = "", ADMIN_PASSWORD: password = "" } = process.env;
  const isRightLength = password.length >= MIN_PASSWORD_LENGTH && password.length <= MAX_PASSWORD_LENGTH;
  if (!isRightLength || (await isGuessable(password, { name: FIRST_ADMINISTRATOR, email }))) {
    console.error(
      `ADMIN_PASSWORD: choose ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters that nobody guesses, such as a few unrelated words; or leave it empty, and one is made.`,
    );
    process.exitCode = 1;
    return;
  }
  console.log(await ensureFirstAdministrator(ACTOR, { email, password }));
}

async function giveNewPassword(email: string): Promise<void> {
  // A set password stands in the journal, which names the member by a keyed hash.
  requireSettings(["DATABASE_URL", "APP_SECRET"]);
  const password = generatePassword();
  const isEmail = /^[^\s@]+@[^\s@]+$/.test(email);
  if (isEmail && (await ensureFirstAdministrator(ACTOR, { email: email.toLowerCase(), password })) === "created") {
    console.log(`First administrator ${email}, password shown once: ${password}`);
    return;
  }
  const member = await db.staffMember.findUnique({
    where: { email: email.toLowerCase(), removedAt: null },
    select: { id: true },
  });
  if (!member) {
    console.error(`Nobody on the staff has the email "${email}". Give it with: npm run administrator -- --email EMAIL`);
    process.exitCode = 1;
    return;
  }
  await setPassword(ACTOR, member.id, password);
  console.log(`New password of ${email}, shown once: ${password}\nEvery browser of theirs is signed out.`);
}
