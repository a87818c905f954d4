// Runs one bench by its name. Another bench is another line of BENCHES.

import { end, fail, prepareProcess } from "../setup/process.mjs";
import { benchDesk, DESK_OPTIONS } from "./desk";
import { benchInquiry, INQUIRY_OPTIONS } from "./inquiry";
import { benchLighthouse, LIGHTHOUSE_OPTIONS } from "./lighthouse";
import { benchPages, PAGES_OPTIONS } from "./pages";
import { benchSearch, SEARCH_OPTIONS } from "./search";

export interface Bench {
  about: string;
  /** Lines that explain its options. */
  options: readonly string[];
  /** Prints its figures. @returns whether they keep their bounds */
  run: (args: string[]) => Promise<boolean>;
}

const BENCHES: Record<string, Bench> = {
  search: {
    about: "the search at /listings over synthetic listings in a database that is thrown away",
    options: SEARCH_OPTIONS,
    run: benchSearch,
  },
  desk: {
    about: "the staff's table of listings, beside queries by hand and an empty dynamic page",
    options: DESK_OPTIONS,
    run: benchDesk,
  },
  inquiry: {
    about: "inquiries a second and p95, beside mail sent in the request; memory over ten minutes",
    options: INQUIRY_OPTIONS,
    run: benchInquiry,
  },
  pages: {
    about: "requests a second that pages take, beside empty pages of the same framework",
    options: PAGES_OPTIONS,
    run: benchPages,
  },
  lighthouse: {
    about: "how Lighthouse judges pages on a slow phone; it is installed when this runs",
    options: LIGHTHOUSE_OPTIONS,
    run: benchLighthouse,
  },
};

const USAGE = [
  "npm run bench -- NAME [options]",
  ...Object.entries(BENCHES).flatMap(([name, { about, options }]) => [
    `  ${name.padEnd(10)} ${about}`,
    ...options.map((line) => `             ${line}`),
  ]),
];

prepareProcess();
const [name = "", ...args] = process.argv.slice(2);
const bench = Object.hasOwn(BENCHES, name) ? BENCHES[name] : undefined;
if (!bench || args.includes("--help")) {
  console.log(USAGE.join("\n"));
  await end(bench || name === "" || name === "--help" ? 0 : 1);
} else
  try {
    await end((await bench.run(args)) ? 0 : 1);
  } catch (error) {
    await fail(error);
  }
