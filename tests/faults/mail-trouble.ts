import { setTimeout as pause } from "node:timers/promises";
import { query } from "../../scripts/setup/database";
import { countBy } from "./books";
import { figure, title } from "./figures";
import type { House } from "./house";
import type { MailServer, Treatment } from "./mail-server";
import { newPerson } from "./people";
import { sendInquiry, type Outcome } from "./sender";

const PEOPLE = 15;
const OUTAGE_MINUTES = 10;
const PATIENCE_MS = 90_000;

type Treat = MailServer["treat"];
const isTeam = (to: string) => to.startsWith("team@");
const first =
  (treatment: Treatment, times: number): Treat =>
  (_to, _id, before) =>
    before < times ? treatment : "take";

/** Each kind of trouble in turn: people write during it, and every mail has to arrive once it is over. */
export async function mailTrouble(house: House, server: MailServer, scale: number): Promise<Outcome[]> {
  title("a mail server in trouble");
  const outcomes: Outcome[] = [];
  const during = async (name: string, treat: Treat) => {
    server.treat = treat;
    outcomes.push(...(await write(house, name)));
  };

  await server.stop();
  const away = pause(OUTAGE_MINUTES * 60_000 * scale).then(() => server.start());
  await during(`down for ${OUTAGE_MINUTES} minutes, compressed to ${OUTAGE_MINUTES * 60 * scale} s`, () => "take");
  await away;
  await during("busy (451) the first three times", first("busy", 3));
  await during("refusing (550) every person's email", (to) => (isTeam(to) ? "take" : "refuse"));
  let dropped = 0;
  await during("taking each mail to the team and hanging up before it says so", (to, _id, before) => {
    if (!isTeam(to) || before > 0) return "take";
    dropped += 1;
    return "drop";
  });
  server.forced += dropped;
  let hung = 0;
  await during("silent after the data of three mails", (_to, _id, before) =>
    before === 0 && (hung += 1) <= 3 ? "hang" : "take",
  );
  await during("slow: more than half a second for each mail", () => "slow");
  server.treat = () => "take";
  return outcomes;
}

async function write(house: House, name: string): Promise<Outcome[]> {
  const start = Date.now();
  const outcomes = await Promise.all(
    Array.from({ length: PEOPLE }, async (_, index) => {
      await pause(index * 50);
      return sendInquiry(house.base, newPerson());
    }),
  );
  const references = outcomes.flatMap((outcome) => [...outcome.references]);
  for (;;) {
    const states = countBy(await statesOf(house.databaseUrl, references));
    if (!states.queued || Date.now() - start > PATIENCE_MS) {
      figure(name, `${JSON.stringify(states)} after ${((Date.now() - start) / 1000).toFixed(0)} s`);
      return outcomes;
    }
    await pause(500);
  }
}

async function statesOf(url: string, references: string[]): Promise<string[]> {
  const { rows } = await query(url, (client) =>
    client.query<{ status: string }>(
      'SELECT m.status FROM "Mail" m JOIN "Inquiry" i ON i.id = m."inquiryId" WHERE i.reference = ANY($1)',
      [references],
    ),
  );
  return rows.map(({ status }) => status);
}
