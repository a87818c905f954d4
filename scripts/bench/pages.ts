import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { figure, title } from "../../tests/faults/figures";
import { openHouse, type House } from "../../tests/faults/house";
import { MailServer } from "../../tests/faults/mail-server";
import { hasNginx, startNginx, type Nginx } from "../../tests/support/nginx";
import { IP_HEADER } from "../../tests/support/visitor";
import { Failure } from "../setup/failure.mjs";
import { beforeEnd } from "../setup/process.mjs";
import { openEmptyNext, type EmptyNext } from "./empty-next";
import { median, table } from "./figures";
import { load, sentBody, type Load } from "./load";
import { scriptBytes } from "./page-weight";
import { readingPaths } from "./reading-paths";
import { counted } from "@/lib/shared/counted";

export const PAGES_OPTIONS = [
  "--seconds 3       of each measurement",
  "--rounds 3        whose middle counts",
  "--connections 16",
];

interface Target {
  name: string;
  url: string;
  /** What is measured beside it: the target of that name. */
  beside: string;
  /** The least ratio to it. */
  atLeast?: number;
}

/** Requests a second that reading pages must take, as a share of the empty static page; and those made for each request. */
const READING = 1;
const CONTACT = 0.7;
const SEARCH = 0.4;
/** Of what nginx takes when it keeps our pages, beside the same bytes from its disk. */
const BEHIND_NGINX = 0.85;
/** Of the scripts that the form's page loads, to those of an empty page. */
const SCRIPTS = 1.25;
const EMPTY_STATIC = "empty static page";
const EMPTY_DYNAMIC = "empty dynamic page";
const RENDERED = "/listings?q=methadone";

/** Prints how many requests a second our pages take, beside empty pages of the same framework in the same run. */
export async function benchPages(args: string[]): Promise<boolean> {
  const { seconds, rounds, connections } = optionsOf(args);
  const mailServer = new MailServer();
  await mailServer.start();
  const house = await openHouse(mailServer.port, { LOG_LEVEL: "error" }, { seeded: true });
  const empty = await openEmptyNext();
  const paths = await readingPaths(house);
  const nginx = hasNginx() ? await openNginx(house, paths) : null;
  const targets = [...targetsOf(house, empty, paths), ...(nginx ? targetsBehind(nginx, paths) : [])];

  title(`pages on ${counted(cpus().length, "core")}, which the one who asks and the one who answers share`);
  figure("connections", `${connections}, each asking as soon as it is answered`);
  const loads = new Map<Target, Load[]>(targets.map((target) => [target, []]));
  const measure = (target: Target, forSeconds: number) =>
    // Each connection is another visitor: a page that is made for each request is rationed by network.
    load(target.url, { connections, seconds: forSeconds }, (index) => ({ [IP_HEADER]: `10.1.${index}.1` }));
  for (const target of targets) await measure(target, 1);
  for (let round = 0; round < rounds; round += 1)
    for (const target of targets) loads.get(target)?.push(await measure(target, seconds));

  const areLoadsKept = report(targets, loads);
  const areScriptsKept = await compareScripts(house, empty);
  if (!nginx) figure("behind nginx", "skipped: nginx is not installed");
  await nginx?.close();
  await empty.close();
  await house.close();
  await mailServer.stop();
  return areLoadsKept && areScriptsKept;
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

function targetsOf(house: House, empty: EmptyNext, paths: readonly string[]): Target[] {
  return [
    { name: EMPTY_STATIC, url: `${empty.base}/`, beside: EMPTY_STATIC },
    ...paths.map((each) => ({ name: each, url: house.base + each, beside: EMPTY_STATIC, atLeast: READING })),
    { name: EMPTY_DYNAMIC, url: `${empty.base}/dynamic`, beside: EMPTY_DYNAMIC },
    { name: "/contact", url: `${house.base}/contact`, beside: EMPTY_DYNAMIC, atLeast: CONTACT },
    ...["/listings", "/listings?near=90012"].map((each) => ({
      name: each,
      url: house.base + each,
      beside: EMPTY_DYNAMIC,
      atLeast: SEARCH,
    })),
    // What nobody may keep is rendered for each who asks.
    { name: RENDERED, url: house.base + RENDERED, beside: EMPTY_DYNAMIC },
  ];
}

function targetsBehind(nginx: Nginx, paths: readonly string[]): Target[] {
  return paths.flatMap((each, index) => {
    const disk = `nginx, from disk: ${each}`;
    return [
      { name: disk, url: `${nginx.files}/${index}.html`, beside: disk },
      { name: `behind nginx: ${each}`, url: nginx.base + each, beside: disk, atLeast: BEHIND_NGINX },
    ];
  });
}

/** With the bytes of each page as files. */
async function openNginx(house: House, paths: readonly string[]): Promise<Nginx> {
  const folder = mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-pages-"));
  beforeEnd(() => rmSync(folder, { recursive: true, force: true }));
  for (const [index, each] of paths.entries()) {
    await sentBody(house.base + each);
    writeFileSync(path.join(folder, `${index}.html`), await sentBody(house.base + each));
  }
  return startNginx(house.base, folder);
}

/** @returns whether every page keeps its bound */
function report(targets: readonly Target[], loads: ReadonlyMap<Target, readonly Load[]>): boolean {
  const perSecond = (target: Target) => median((loads.get(target) ?? []).map((each) => each.perSecond));
  let isKept = true;
  const rows = targets.map((target) => {
    const beside = targets.find(({ name }) => name === target.beside) ?? target;
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

/** @returns whether the form's page keeps its bound */
async function compareScripts(house: House, empty: EmptyNext): Promise<boolean> {
  const own = await scriptBytes(`${house.base}/contact`);
  const other = await scriptBytes(`${empty.base}/`);
  const isKept = own <= SCRIPTS * other;
  const sizes = `${(own / 1024).toFixed(0)} KiB beside ${(other / 1024).toFixed(0)} KiB of an empty page`;
  figure(
    "scripts of /contact",
    `${sizes}: ${(own / other).toFixed(2)}, at most ${SCRIPTS}: ${isKept ? "met" : "not met"}`,
  );
  return isKept;
}
