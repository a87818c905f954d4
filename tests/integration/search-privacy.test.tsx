// What people type to find a place says what they need: it stands in no line of ours, whether the search answers or fails.
import { ignoreLoggingIncomingRequests } from "next/dist/server/dev/log-requests";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import config from "@/next.config";
import { logConsole } from "@/lib/server/console-lines";
import { db } from "@/lib/server/db";
import { drawPage, type PageVisit } from "../support/drawn-pages";
import { dump } from "../support/dump";
import { testDatabase } from "../support/database";
import { publishedListings } from "../support/search";
import { marked, tracesIn } from "../support/traces";

testDatabase({ seeded: true });

const TYPED = { q: marked.message, near: `${marked.name} ${marked.phone}`, add: marked.name };
/** Every page that reads what was typed. */
const PAGES: [route: string, visit: PageVisit][] = [
  ["(answers)/listings", { search: () => TYPED }],
  ["(answers)/listings", { search: () => ({ ...TYPED, words: "exact", sort: "distance" }) }],
  ["(answers)/listings/[slug]/asked", { params: () => ({ slug }), search: () => ({ ...TYPED, payment: "medi-cal" }) }],
  ["(answers)/compare", { search: () => ({ ...TYPED, place: slug }) }],
  ["(answers)/call-sheet", { search: () => ({ ...TYPED, place: slug }) }],
  ["(answers)/find", { search: () => ({ ...TYPED, payment: "medi-cal" }) }],
];

let slug = "";
const written: string[] = [];

beforeAll(async () => {
  slug = (await publishedListings())[0]!.slug;
  process.env.LOG_LEVEL = "debug";
});

beforeEach(() => {
  const outputs = [process.stdout, process.stderr].map((output) =>
    vi.spyOn(output, "write").mockImplementation((line) => written.push(String(line)) > 0),
  );
  return () => outputs.forEach((output) => output.mockRestore());
});

/** What the framework prints of failures, as lines of our log: the site sees to that when it starts. */
function logged(failures: readonly unknown[]): void {
  const before = { ...console };
  logConsole();
  const { error } = console;
  Object.assign(console, before);
  for (const failure of failures) error(" ⨯", failure);
}

async function failing(work: () => Promise<unknown>): Promise<unknown> {
  const rename = async (from: string, to: string) => {
    for (const table of ["SearchEntry", "Listing"])
      await db.$executeRawUnsafe(`ALTER TABLE "${table}${from}" RENAME TO "${table}${to}"`);
  };
  await rename("", "Away");
  const failure = await work().catch((error: unknown) => error);
  await rename("Away", "");
  return failure;
}

describe("what is typed to find a place", () => {
  test("stands in no line of the log and in no table, whether the pages answer or fail", async () => {
    for (const [route, visit] of PAGES) {
      const html = await drawPage(route, "en", visit);
      expect([route, tracesIn(html).length > 0 || route.endsWith("asked")]).toEqual([route, true]);
    }
    const failures: unknown[] = [];
    for (const [route, visit] of PAGES) failures.push(await failing(() => drawPage(route, "en", visit)));
    expect(failures.filter((failure) => failure instanceof Error).length).toBe(PAGES.length);
    logged(failures);
    const log = written.join("");
    expect(log.split("console.line").length - 1).toBe(failures.length);
    expect({ log: tracesIn(log), dump: tracesIn(await dump()) }).toEqual({ log: [], dump: [] });
  });

  test("is not printed while developing either, where each request is printed with its URL", () => {
    const isIgnored = (url: string) => ignoreLoggingIncomingRequests({ url } as never, config.logging as never);
    for (const [name, value] of Object.entries(TYPED)) {
      const typed = new URLSearchParams({ [name]: value }).toString();
      for (const path of ["/listings", "/es/listings", "/compare", "/call-sheet", "/find"])
        for (const url of [`${path}?${typed}`, `${path}?payment=medi-cal&${typed}&_rsc=1`])
          expect([url, isIgnored(url)]).toEqual([url, true]);
    }
    for (const url of ["/", "/listings", "/listings?payment=medi-cal"])
      expect([url, isIgnored(url)]).toEqual([url, false]);
    expect(config.logging).toMatchObject({ serverFunctions: false });
  });
});
