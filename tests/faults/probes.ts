import { setTimeout as pause } from "node:timers/promises";
import { query } from "../../scripts/setup/database";
import { IP_HEADER } from "../support/visitor";
import { expectThat } from "./figures";
import type { House } from "./house";

/** What everybody needs, whatever has failed; and anything else. */
const AT_ONCE_MS = 1_000;
const SOON_MS = 3_000;
const GIVES_UP_MS = 10_000;
const VISITED = ["/contact", "/es/contact", "/help-now", "/es/help-now", "/", "/rankings"];
const OTHERS = ["/listings?q=detox", "/compare", "/admin/sign-in", "/api/ready"];

interface Probed {
  milliseconds: number;
  status: number;
  isOurs: boolean;
}

/** A listing that was visited before, and one after the other that nobody has. */
export interface Places {
  visited: string;
  next: () => string;
}

/** Visits what counts as visited from now on. */
export async function visit(house: House): Promise<Places> {
  const { rows } = await query(house.databaseUrl, (client) =>
    client.query<{ slug: string }>(`SELECT slug FROM "Listing" WHERE status = 'published' ORDER BY slug`),
  );
  const [visited = "", ...others] = rows.map(({ slug }) => `/listings/${slug}`);
  for (const path of [...VISITED, visited]) await probe(house, path);
  return { visited, next: () => others.pop() ?? "" };
}

/**
 * Asks for each page alone and then for all together, and holds them to their bounds. What was visited is there as it
 * was; anything else is there, or is a page of ours that names the help lines.
 * @param isServed other pages are there too
 */
export async function holdToBounds(house: House, places: Places, isServed = false): Promise<void> {
  const visited = [...VISITED, places.visited];
  const rounds: Map<string, Probed>[] = [];
  const ask = async (path: string): Promise<[string, Probed]> => [path, await probe(house, path)];
  const fresh = [places.next(), places.next()];
  const alone: [string, Probed][] = [];
  for (const path of [...visited, fresh[0] ?? "", ...OTHERS]) alone.push(await ask(path));
  rounds.push(new Map(alone));
  rounds.push(new Map(await Promise.all([...visited, fresh[1] ?? "", ...OTHERS].map(ask))));

  const tell = (name: string, probed: (Probed | undefined)[], limit: number, isRight: (one: Probed) => boolean) => {
    const known = probed.flatMap((one) => one ?? []);
    const words = known
      .map(({ milliseconds, status }) => `${milliseconds.toFixed(0)} ms (${status})`)
      .join(", together ");
    const holds = () => known.length > 0 && known.every((one) => one.milliseconds <= limit && isRight(one));
    expectThat(`  ${name}`, words, `at most ${limit} ms, and ours`, holds);
  };
  for (const path of visited)
    tell(
      path,
      rounds.map((round) => round.get(path)),
      AT_ONCE_MS,
      ({ status, isOurs }) => status === 200 && isOurs,
    );
  const right = ({ status, isOurs }: Probed) => (isServed ? status === 200 : status < 400 || isOurs);
  tell(
    "a listing that nobody visited",
    [rounds[0]?.get(fresh[0] ?? ""), rounds[1]?.get(fresh[1] ?? "")],
    SOON_MS,
    right,
  );
  for (const path of OTHERS) {
    const isProgram = path.startsWith("/api");
    tell(
      path,
      rounds.map((round) => round.get(path)),
      SOON_MS,
      isProgram ? ({ isOurs }) => isOurs : right,
    );
  }
}

/** Waits until each of these pages is there as ever. @returns seconds; more than the limit when not */
export async function servedAgain(house: House, places: Places, limit: number): Promise<number> {
  const start = Date.now();
  const fresh = places.next();
  for (;;) {
    const answers = await Promise.all([...VISITED, fresh, ...OTHERS].map((path) => probe(house, path)));
    const seconds = (Date.now() - start) / 1000;
    if (answers.every(({ status }) => status === 200) || seconds > limit) return seconds;
    await pause(200);
  }
}

async function probe(house: House, path: string): Promise<Probed> {
  const start = performance.now();
  try {
    const answer = await fetch(`${house.base}${path}`, {
      headers: { [IP_HEADER]: "192.0.2.1" },
      signal: AbortSignal.timeout(GIVES_UP_MS),
    });
    const text = await answer.text();
    const isOurs = path.startsWith("/api") ? isJson(text) : text.includes("911") && text.includes("988");
    return { milliseconds: performance.now() - start, status: answer.status, isOurs };
  } catch {
    return { milliseconds: performance.now() - start, status: 0, isOurs: false };
  }
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === "object";
  } catch {
    return false;
  }
}
