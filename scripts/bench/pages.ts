import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { figure, title } from "../../tests/faults/figures";
import { openHouse, type House } from "../../tests/faults/house";
import { MailServer } from "../../tests/faults/mail-server";
import { IP_HEADER } from "../../tests/support/visitor";
import { query } from "../setup/database";
import { Failure } from "../setup/failure.mjs";
import { openEmptyNext, type EmptyNext } from "./empty-next";
import { median, table } from "./figures";
import { load, type Load } from "./load";
import { counted } from "@/lib/shared/counted";

export const PAGES_OPTIONS = [
  "--seconds 3       of each measurement",
  "--rounds 3        whose middle counts",
  "--connections 16",
];

interface Target {
  name: string;
  url: string;
  /** Of the empty page beside it. */
  of: "static" | "dynamic";
  /** The least ratio to it. */
  atLeast?: number;
}

/** Requests a second that reading pages must take, as a share of the empty static page; and those made for each request. */
const READING = 1;
const CONTACT = 0.7;
const SEARCH = 0.4;

/** Prints how many requests a second our pages take, beside empty pages of the same framework in the same run. */
export async function benchPages(args: string[]): Promise<boolean> {
  const { seconds, rounds, connections } = optionsOf(args);
  const mailServer = new MailServer();
  await mailServer.start();
  const house = await openHouse(mailServer.port, { LOG_LEVEL: "error" }, { seeded: true });
  const empty = await openEmptyNext();
  const targets = await targetsOf(house, empty);

  title(`pages on ${counted(cpus().length, "core")}, which the one who asks and the one who answers share`);
  figure("connections", `${connections}, each asking as soon as it is answered`);
  const loads = new Map<Target, Load[]>(targets.map((target) => [target, []]));
  const measure = (target: Target, forSeconds: number) =>
    // Each connection is another visitor: a page that is made for each request is rationed by network.
    load(target.url, { connections, seconds: forSeconds }, (index) => ({ [IP_HEADER]: `10.1.${index}.1` }));
  for (const target of targets) await measure(target, 1);
  for (let round = 0; round < rounds; round += 1)
    for (const target of targets) loads.get(target)?.push(await measure(target, seconds));

  const isKept = report(targets, loads);
  await empty.close();
  await house.close();
  await mailServer.stop();
  return isKept;
}

function optionsOf(args: string[]) {
  const text = (value: string) => ({ type: "string" as const, default: value });
  const { values } = parseArgs({
    args,
    options: { seconds: text("3"), rounds: text("3"), connections: text("16") },
  });
  const [seconds = 0, rounds = 0, connections = 0] = [values.seconds, values.rounds, values.connections].map(Number);
  if (![seconds, rounds, connections].every((value) => Number.isInteger(value) && value > 0))
    throw new Failure("--seconds, --rounds and --connections take whole numbers above 0");
  return { seconds, rounds, connections };
}

async function targetsOf(house: House, empty: EmptyNext): Promise<Target[]> {
  const [listing, post] = await Promise.all(
    ["Listing", "Post"].map((name) =>
      query(house.databaseUrl, async (client) => {
        const { rows } = await client.query<{ slug: string }>(`SELECT slug FROM "${name}" ORDER BY slug LIMIT 1`);
        if (!rows[0]) throw new Failure(`There is no ${name}`);
        return rows[0].slug;
      }),
    ),
  );
  const reading = ["/", "/rankings", `/listings/${listing}`, `/blog/${post}`, "/help-now"];
  return [
    { name: "empty static page", url: `${empty.base}/`, of: "static" },
    ...reading.map((path): Target => ({ name: path, url: house.base + path, of: "static", atLeast: READING })),
    { name: "empty dynamic page", url: `${empty.base}/dynamic`, of: "dynamic" },
    { name: "/contact", url: `${house.base}/contact`, of: "dynamic", atLeast: CONTACT },
    { name: "/listings", url: `${house.base}/listings`, of: "dynamic", atLeast: SEARCH },
  ];
}

/** @returns whether every page keeps its bound */
function report(targets: readonly Target[], loads: ReadonlyMap<Target, readonly Load[]>): boolean {
  const perSecond = (target: Target) => median((loads.get(target) ?? []).map((each) => each.perSecond));
  let isKept = true;
  const rows = targets.map((target) => {
    const beside = targets.find(({ of, atLeast }) => of === target.of && atLeast === undefined) ?? target;
    const ratio = perSecond(target) / perSecond(beside);
    const { atLeast } = target;
    if (atLeast !== undefined && !(ratio >= atLeast)) isKept = false;
    const bound = atLeast === undefined ? "" : `at least ${atLeast}: ${ratio >= atLeast ? "met" : "not met"}`;
    const bytes = loads.get(target)?.at(-1)?.bytes ?? 0;
    return [target.name, perSecond(target).toFixed(0), ratio.toFixed(2), (bytes / 1024).toFixed(1), bound];
  });
  console.log(`\n${table([["", "a second", "ratio", "KiB sent", ""], ...rows])}`);
  return isKept;
}
