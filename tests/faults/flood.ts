import { setTimeout as pause } from "node:timers/promises";
import { Agent, get } from "node:http";
import { IP_HEADER, Visitor, formWith } from "../support/visitor";
import { expectThat, figure, title } from "./figures";
import { inquiriesKept, READS_MS, referenceIn, send } from "./form";
import type { House } from "./house";
import { newPerson } from "./people";
import type { Person } from "./sender";

const CONNECTIONS = 40;
const SECONDS = 30;
const PEOPLE_A_SECOND = 5;
const MAX_P95_MS = 1_000;
/** A searching connection that is refused asks again as soon as a hurried program does. */
const REFUSED_PAUSE_MS = 250;
const WORDS = ["detox", "methadone", "suboxone", "recovery", "family", "health", "center", "los angeles", "spanish"];

/** Forty connections that search without end, beside people who open the form and send it. */
export async function flood(house: House): Promise<void> {
  await beside(house, "nobody else", () => undefined);
  await beside(house, `${CONNECTIONS} searching connections of one IP`, () => "198.51.100.7");
  await beside(house, `${CONNECTIONS} searching connections of as many IPs`, (number) => `198.51.${number}.7`);
}

interface Searched {
  served: number;
  refused: number;
  /** Refused with a page that does not name the help lines. */
  bare: number;
  failed: number;
  connections: Set<number>;
}

async function beside(house: House, name: string, ipOf: (connection: number) => string | undefined): Promise<void> {
  title(`${PEOPLE_A_SECOND} people a second on the form for ${SECONDS} s, beside ${name}`);
  const stop = new AbortController();
  const searched: Searched = { served: 0, refused: 0, bare: 0, failed: 0, connections: new Set() };
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const searching = Array.from({ length: CONNECTIONS }, async (_, connection) => {
    const ip = ipOf(connection);
    if (ip) await searchOn(house, agent, { ip, connection, searched, signal: stop.signal });
  });
  const writing: Promise<Written>[] = [];
  for (const start = Date.now(); writing.length < SECONDS * PEOPLE_A_SECOND;) {
    await pause(Math.max(0, start + (writing.length * 1000) / PEOPLE_A_SECOND - Date.now()));
    writing.push(write(house));
  }
  const written = await Promise.all(writing);
  stop.abort();
  await Promise.all(searching);
  agent.destroy();

  tell(
    "opening /contact",
    written.map(({ opening }) => opening),
  );
  tell(
    "sending the form",
    written.flatMap(({ sending }) => sending ?? []),
  );
  const { served, refused, bare, failed, connections } = searched;
  const rate = (served / (SECONDS + READS_MS / 1000)).toFixed(1);
  figure(
    "  searches",
    `${served} served (${rate} a second), ${refused} refused (429), on ${connections.size} connections`,
  );
  expectThat("  searches refused without the help lines", bare, 0);
  expectThat("  searches that failed", failed, 0);
  const told = written.filter(({ reference }) => reference !== null);
  expectThat("  people who got a reference", told.length, written.length);
  const kept = await inquiriesKept(
    house,
    told.map(({ reference }) => reference ?? ""),
  );
  expectThat("  inquiries lost", told.length - kept, 0);
}

function tell(name: string, times: number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? Infinity);
  figure(`  ${name}`, `half ${at(0.5)} ms, longest ${at(1)} ms`);
  expectThat(`  ${name}, 95 %`, at(0.95), `below ${MAX_P95_MS} ms`, (value) => value < MAX_P95_MS);
}

interface Written {
  person: Person;
  opening: number;
  sending: number | null;
  reference: string | null;
}

async function write(house: House): Promise<Written> {
  const person = newPerson();
  const visitor = new Visitor(house.base, person.ip);
  const start = performance.now();
  const page = await visitor.get("/contact").catch(() => null);
  const opening = performance.now() - start;
  const form = formWith("message", "/contact", page?.html ?? "");
  if (!form) return { person, opening: Infinity, sending: null, reference: null };
  await pause(READS_MS);
  const answer = await send({ person, visitor, form }).catch(() => null);
  if (!answer) return { person, opening, sending: Infinity, reference: null };
  return { person, opening, sending: answer.milliseconds, reference: referenceIn(answer) };
}

interface Searching {
  ip: string;
  connection: number;
  searched: Searched;
  signal: AbortSignal;
}

async function searchOn(house: House, agent: Agent, { ip, connection, searched, signal }: Searching): Promise<void> {
  for (let number = connection; !signal.aborted; number += 1) {
    const words = `${WORDS[number % WORDS.length] ?? ""} ${number % 97}`;
    const path = `/listings?q=${encodeURIComponent(number % 3 === 0 ? words : words.replace(/ \d+$/, ""))}&page=${1 + (number % 5)}`;
    const answer = await ask(`${house.base}${path}`, agent, ip).catch(() => null);
    if (!answer) searched.failed += 1;
    else searched.connections.add(answer.port);
    if (answer?.status === 429) {
      searched.refused += 1;
      if (!answer.body.includes("911") || !answer.body.includes("988")) searched.bare += 1;
      await pause(REFUSED_PAUSE_MS);
    } else if (answer && answer.status < 500) searched.served += 1;
    else if (answer) searched.failed += 1;
  }
}

function ask(url: string, agent: Agent, ip: string): Promise<{ status: number; body: string; port: number }> {
  return new Promise((resolve, reject) => {
    get(url, { agent, headers: { [IP_HEADER]: ip } }, (response) => {
      const port = response.socket.localPort ?? 0;
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => (body += text));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body, port }));
      response.on("error", reject);
    }).on("error", reject);
  });
}
