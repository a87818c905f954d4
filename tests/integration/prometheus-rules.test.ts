// The rules of deploy/ ask for figures that there are, and lead to sections that there are.
import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { METRICS_TOKEN, readMetrics } from "../support/metrics";

process.env.METRICS_TOKEN = METRICS_TOKEN;
testDatabase();

interface Rule {
  alert: string;
  expr: string;
  labels: { severity: string };
  annotations: { summary: string; runbook: string };
}
const read = (file: string) => readFileSync(file, "utf8");
const { groups } = parse(read("deploy/prometheus-rules.yml")) as { groups: { rules: Rule[] }[] };
const rules = groups.flatMap((group) => group.rules);

/** Words of Prometheus' language that the rules use. */
const LANGUAGE = new Set("absent and by delta for increase offset on or sum unless without".split(" "));
/** Without labels, durations and the lists of by and on, what is left are names of figures and words of the language. */
const figuresIn = (expr: string) =>
  [...expr.replace(/\{[^}]*\}|\[[^\]]*\]|\b(by|on) \([^)]*\)|offset \w+/g, " ").matchAll(/\b[a-z]\w*/gi)]
    .map(([word]) => word)
    .filter((word) => !LANGUAGE.has(word) && !/^e[+-]?\d/.test(word));

/** A counter is there from its first event on; its name and labels stand where it is counted. */
const counting = new Map(
  globSync("lib/**/*.ts", { ignore: ["**/*.test.ts"] }).flatMap((file) =>
    [...read(file).matchAll(/\bcount\("(\w+)"/g)].map(([, name = ""]): [string, string] => [name, read(file)]),
  ),
);

describe("the rules for Prometheus", () => {
  let exposed: string;
  beforeAll(async () => {
    const at = new Date();
    await db.workerHeartbeat.create({ data: { id: 1, at } });
    const file = { fileName: "best-heroin-rehab-a.tar", bytes: 1n, sha256: "0".repeat(64) };
    await db.backup.create({ data: { startedAt: at, madeAt: at, way: "copy", ...file } });
    exposed = await readMetrics();
  });

  test.each(rules)("$alert asks for figures that the site gives", ({ expr }) => {
    const asked = figuresIn(expr);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((name) => !exposed.includes(`\n# TYPE ${name} `) && !counting.has(name))).toEqual([]);
  });

  test.each(rules)("$alert says what is wrong, how soon to look, and what helps", ({ labels, annotations }) => {
    expect(["page", "ticket"]).toContain(labels.severity);
    expect(annotations.summary).toMatch(/^[A-Z].*\.$/);
    const [file = "", anchor = ""] = annotations.runbook.split("#");
    expect(anchorsOf(read(file))).toContain(anchor);
  });

  test("name values of labels that are counted", () => {
    const matchers = rules.flatMap(({ expr }) => [...expr.matchAll(/(\w+)\{outcome=~?"([^"]+)"\}/g)]);
    const unknown = matchers.flatMap(([, name = "", values = ""]) =>
      values.split("|").filter((value) => !outcomesOf(name).includes(value)),
    );
    expect(unknown).toEqual([]);
    expect(matchers.length).toBeGreaterThan(2);
  });

  test("have one for each figure that says of itself when to alert", () => {
    const asking = [...exposed.matchAll(/^# HELP (\w+) .*alert when/gm)].map(([, name = ""]) => name);
    const asked = new Set(rules.flatMap(({ expr }) => figuresIn(expr)));
    expect(asking.filter((name) => !asked.has(name))).toEqual([]);
    expect(asking.length).toBeGreaterThan(3);
  });
});

test("the sign of life of the worker has its age, and one that never ran has none", async () => {
  const age = async () => /^worker_heartbeat_age_seconds (\S+)$/m.exec(await readMetrics())?.[1];
  await db.workerHeartbeat.update({ where: { id: 1 }, data: { at: new Date(Date.now() - 600_000) } });
  expect(Math.floor(Number(await age()) / 60)).toBe(10);
  await db.workerHeartbeat.deleteMany();
  expect(await age()).toBeUndefined();
});

test("the contents of docs/operations.md name each section, and nothing else", () => {
  const page = read("docs/operations.md");
  const linked = [...page.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = ""]) => anchor);
  expect([...new Set(linked)].toSorted()).toEqual(anchorsOf(page).toSorted());
});

/** What the form and the sign-in are said to answer: the words in quotes of the files that count them. */
function outcomesOf(counter: string): string[] {
  const source = `${counting.get(counter) ?? ""}${read("lib/shared/form-state.ts")}`;
  return [...source.matchAll(/"(\w+)"/g)].map(([, word = ""]) => word);
}

/** As code hosts make them of headings: small letters, no punctuation, hyphens for blanks. */
function anchorsOf(markdown: string): string[] {
  return [...markdown.matchAll(/^## (.+)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, "")
      .replaceAll(" ", "-"),
  );
}
