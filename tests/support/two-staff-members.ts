import { system } from "@/lib/audit/actor";
import { db } from "@/lib/server/db";
import { signInAction } from "@/lib/staff/actions";
import { addStaffMember, ensureFirstAdministrator } from "@/lib/staff/mutations";
import { staffSession } from "./actors";
import { browser, formOf, outcomeOf } from "./staff-request";

/** An administrator who writes, and an editor who reviews. */
export type Person = "author" | "second";

const cookiesOf = new Map<Person, Map<string, string>>();
/** Their staff ids. */
export const idOf = new Map<Person, string>();

/** Makes the two the whole staff, and signs both in. */
export async function signInTwo(): Promise<void> {
  await db.staffMember.deleteMany();
  const administrator = { email: "author@example.org", password: "correct horse battery" };
  await ensureFirstAdministrator(system("administrator"), administrator);
  const added = await addStaffMember(staffSession(), { name: "Second", email: "second@example.org", role: "editor" });
  await signIn("author", administrator.password);
  await signIn("second", added?.password ?? "");
}

/** Acts as one of the two; answers what came of it. */
export async function as<Answer>(person: Person, act: () => Promise<Answer>) {
  browser.forget();
  for (const [name, value] of cookiesOf.get(person) ?? []) browser.cookies.set(name, value);
  return outcomeOf(act);
}

async function signIn(person: Person, password: string): Promise<void> {
  browser.forget();
  const email = `${person}@example.org`;
  await outcomeOf(() => signInAction(null, formOf({ email, password, next: "/admin" })));
  cookiesOf.set(person, new Map(browser.cookies));
  const { id } = await db.staffMember.findUniqueOrThrow({ where: { email }, select: { id: true } });
  idOf.set(person, id);
}
