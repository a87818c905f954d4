import { setTimeout as pause } from "node:timers/promises";
import { query } from "../../scripts/setup/database";
import { formWith, Visitor, type Answer, type PageForm } from "../support/visitor";
import { expectThat } from "./figures";
import type { House } from "./house";
import { newPerson } from "./people";
import type { Person } from "./sender";

/** Nobody reads and fills the form in less. */
export const READS_MS = 2_100;
const ANSWERED_WITHIN_MS = 3_000;
const REFERENCE = /BHR-[2-9A-HJ-NP-Z]{6}/;
const KEEPS_WORDS = "What you typed is still here: send it again in a minute.";

/** Somebody who has opened the form and read it. */
export interface Writer {
  person: Person;
  visitor: Visitor;
  form: PageForm;
}

export async function openForm(house: House): Promise<Writer> {
  const person = newPerson();
  const visitor = new Visitor(house.base, person.ip);
  const page = await visitor.get("/contact");
  const form = formWith("message", "/contact", page.html);
  if (!form) throw new Error(`No form: ${page.status}`);
  await pause(READS_MS);
  return { person, visitor, form };
}

/** @returns the answer, and after how many milliseconds it was there */
export async function send({ visitor, form, person }: Writer): Promise<Answer & { milliseconds: number }> {
  const { name, email, message } = person;
  const start = performance.now();
  const answer = await visitor.post(form, { name, email, message, consent: "on" });
  return { ...answer, milliseconds: performance.now() - start };
}

/** The reference of a message that was taken, or null. */
export const referenceIn = (answer: Answer): string | null => REFERENCE.exec(answer.location ?? "")?.[0] ?? null;

/** Somebody sends a form that they opened before the fault: it comes back in time, with their words and what to do. */
export async function sendInTrouble(writer: Writer): Promise<void> {
  const answer = await send(writer);
  const page = `${answer.milliseconds.toFixed(0)} ms (${answer.status})`;
  const isWhole = answer.html.includes(writer.person.message) && answer.html.includes(KEEPS_WORDS);
  const holds = () => answer.milliseconds <= ANSWERED_WITHIN_MS && isWhole;
  expectThat("  the form, sent", page, `within ${ANSWERED_WITHIN_MS} ms, with its words and what to do`, holds);
  writer.form = formWith("message", "/contact", answer.html) ?? writer.form;
}

/** They send it once more: it is taken, and only once. */
export async function sendAgain(house: House, writer: Writer): Promise<void> {
  const answer = await send(writer);
  expectThat("  the same form, sent again", referenceIn(answer) ? "taken" : String(answer.status), "taken");
  expectThat("  inquiries of that person", await inquiriesOf(house, writer.person), 1);
}

/** How many inquiries there are with this person's email. */
export async function inquiriesOf(house: House, { email }: Person): Promise<number> {
  const { openEmail } = await import("../../lib/inquiries/sealed");
  const { rows } = await query(house.databaseUrl, (client) =>
    client.query<{ id: string; email: string }>('SELECT id, email FROM "Inquiry" WHERE email IS NOT NULL'),
  );
  return rows.filter((row) => openEmail(row.id, row.email) === email).length;
}

/** How many of these references are in the database. */
export async function inquiriesKept(house: House, references: string[]): Promise<number> {
  const { rows } = await query(house.databaseUrl, (client) =>
    client.query<{ count: number }>('SELECT count(*)::int AS count FROM "Inquiry" WHERE reference = ANY($1)', [
      references,
    ]),
  );
  return rows[0]?.count ?? 0;
}
