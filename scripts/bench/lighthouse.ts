import { cpSync, mkdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { progress, title } from "../../tests/faults/figures";
import { openHouse } from "../../tests/faults/house";
import { MailServer } from "../../tests/faults/mail-server";
import { findChromium } from "../setup/chromium";
import { runNpm } from "../setup/commands.mjs";
import { Failure } from "../setup/failure.mjs";
import { freePort } from "../setup/ports";
import { openEmptyNext } from "./empty-next";
import { median, table } from "./figures";
import { sentBody } from "./load";
import { readingPaths } from "./reading-paths";

export const LIGHTHOUSE_OPTIONS = ["--runs 5          of each page, whose middle counts"];

/** What a person feels on a slow phone, and the rest, which does not depend on the machine. */
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;
type Scores = Record<(typeof CATEGORIES)[number], number>;

/** Of reading pages, of 100. */
const PERFORMANCE = 98;
/** How far a page that is made for each request may be below the empty one. */
const BELOW_EMPTY = 2;
const OTHERS = 100;

/** What we use of the package. */
interface Lighthouse {
  default: (
    url: string,
    flags: { port: number; logLevel: "silent" },
  ) => Promise<{ lhr: { categories: Record<string, { score: number | null }> } } | undefined>;
}

/** Prints how Lighthouse judges our pages on its slow phone, beside an empty page of the same framework. */
export async function benchLighthouse(args: string[]): Promise<boolean> {
  const runs = runsOf(args);
  const judge = await installed();
  const mailServer = new MailServer();
  await mailServer.start();
  const house = await openHouse(mailServer.port, { LOG_LEVEL: "error" }, { seeded: true });
  const empty = await openEmptyNext();
  const port = await freePort();
  const browser = await chromium.launch({
    executablePath: findChromium(),
    args: ["--no-sandbox", `--remote-debugging-port=${port}`],
  });

  async function scores(url: string): Promise<Scores> {
    // As for anybody but the first reader.
    await sentBody(url);
    const found: Scores[] = [];
    for (let run = 1; run <= runs; run += 1) {
      progress(`${new URL(url).pathname}: ${run} of ${runs}`);
      found.push(scoresIn(await judge.default(url, { port, logLevel: "silent" }), url));
    }
    return each((category) => median(found.map((one) => one[category])));
  }

  title(`Lighthouse, the middle of ${runs}`);
  const emptyScores = await scores(`${empty.base}/dynamic`);
  const rows = [["an empty page", ...textOf(emptyScores), ""]];
  let areKept = true;
  const judgePage = async (page: string, performance: number) => {
    const own = await scores(house.base + page);
    const isKept = CATEGORIES.every((one) => own[one] >= (one === "performance" ? performance : OTHERS));
    areKept &&= isKept;
    rows.push([
      page,
      ...textOf(own),
      `performance at least ${performance}, the rest ${OTHERS}: ${isKept ? "met" : "not met"}`,
    ]);
  };
  for (const page of await readingPaths(house)) await judgePage(page, PERFORMANCE);
  for (const page of ["/listings", "/contact"]) await judgePage(page, emptyScores.performance - BELOW_EMPTY);
  console.log(`\n${table([["", ...CATEGORIES, ""], ...rows])}`);

  await browser.close();
  await empty.close();
  await house.close();
  await mailServer.stop();
  return areKept;
}

function runsOf(args: string[]): number {
  const { values } = parseArgs({ args, options: { runs: { type: "string", default: "5" } } });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Failure("--runs takes a whole number above 0");
  return runs;
}

/** Installs the package beside the data of benches, as it is locked: nothing else of the project needs it. */
async function installed(): Promise<Lighthouse> {
  const folder = path.resolve(".data/bench/lighthouse");
  mkdirSync(folder, { recursive: true });
  for (const name of ["package.json", "package-lock.json"])
    cpSync(path.join(import.meta.dirname, "lighthouse", name), path.join(folder, name));
  await runNpm(["ci", "--ignore-scripts", "--prefix", folder], path.join(folder, "install.log"));
  return (await import(pathToFileURL(path.join(folder, "node_modules/lighthouse/core/index.js")).href)) as Lighthouse;
}

function scoresIn(result: Awaited<ReturnType<Lighthouse["default"]>>, url: string): Scores {
  return each((category) => {
    const score = result?.lhr.categories[category]?.score;
    if (typeof score !== "number") throw new Failure(`Lighthouse gives no ${category} for ${url}`);
    return Math.round(100 * score);
  });
}

const each = (score: (category: (typeof CATEGORIES)[number]) => number) =>
  Object.fromEntries(CATEGORIES.map((category) => [category, score(category)])) as Scores;

const textOf = (scores: Scores) => CATEGORIES.map((category) => String(scores[category]));
