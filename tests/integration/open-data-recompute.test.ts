// Whoever distrusts us: this file knows the published formula and the open numbers, and nothing of lib/rankings.
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import { recomputeProgram } from "@/lib/open-data/recompute";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { getEdition, getNewest, readNewest, type EditionAnswer, type Ranked, type Scored } from "../support/open-data";
import { FIRST_EDITION } from "../support/first-edition";

testDatabase({ seeded: true });

let answer: EditionAnswer;

beforeAll(async () => {
  answer = await readNewest();
});

describe("whoever has the file can recompute it", () => {
  test("prior, score, low, high, coverage, rank and band of every place, to the last digit", () => {
    expect(answer.entries).toHaveLength(FIRST_EDITION.programs);
    const computed = recompute(answer);
    expect(computed.prior).toBe(answer.edition.prior);
    expect(computed.scores).toEqual(
      answer.entries.map(({ rank, band, score, rounded, low, high, coverage }) => {
        return { rank, band, score, rounded, low, high, coverage };
      }),
    );
  });

  test("the order inside ties", () => {
    const order = [...answer.entries].sort(byTheRule).map(({ members }) => members[0]?.slug);
    expect(order).toEqual(answer.entries.map(({ members }) => members[0]?.slug));
    expect(answer.entries.map(({ position }) => position)).toEqual(order.map((_, at) => at + 1));
  });

  test("the points of each criterion are the method's, and only a yes wins them", () => {
    const points = answer.method.groups.flatMap(({ criteria }) => criteria.map(({ key, points }) => [key, points]));
    expect(points.reduce((sum, [, each]) => sum + Number(each), 0)).toBe(100);
    for (const { criteria } of answer.entries) {
      expect(criteria.map(({ key, maximum }) => [key, maximum])).toEqual(points);
      for (const { value, points: won, maximum } of criteria) expect(won).toBe(value === "yes" ? maximum : 0);
    }
  });

  test("also after a place is no longer published: it leaves the file, and its answers stay without its name", async () => {
    const called = (wanted: string) => answer.entries.filter(({ name }) => name === wanted);
    const [first, ...others] = answer.entries.filter(
      ({ name, members }) => members.length === 1 && called(name).length === 1,
    );
    const { name, members, rank } = first!;
    expect(others.length).toBeGreaterThan(50);
    const { slug } = members[0]!;
    const before = (await getNewest()).headers.get("etag");
    await db.listing.update({ where: { slug }, data: { status: "archived" } });
    try {
      const response = await getNewest();
      expect(response.headers.get("etag")).not.toBe(before);
      const text = await response.text();
      expect(text).not.toContain(slug);
      expect(text).not.toContain(JSON.stringify(name));
      const without = JSON.parse(text) as EditionAnswer;
      expect(without.entries).toEqual(answer.entries.filter((entry) => entry !== first));
      expect(without.withdrawn).toHaveLength(1);
      const computed = recompute(without);
      expect(computed.prior).toBe(answer.edition.prior);
      expect(computed.scores.slice(0, -1).map(({ rank }) => rank)).toEqual(without.entries.map(({ rank }) => rank));
      const table = await (await getEdition("1", "?format=csv")).text();
      const lines = parse<Record<string, string>>(table, { columns: true });
      expect(lines.filter(({ status }) => status === "withdrawn")).toMatchObject([
        { slug: "", name: "", rank: `${rank}` },
      ]);
    } finally {
      await db.listing.update({ where: { slug }, data: { status: "published" } });
    }
  });

  test("by the program that the page about the numbers prints", async () => {
    const printed: unknown[][] = [];
    const program = recomputeProgram("http://localhost/api/v1/rankings/los-angeles");
    const { constructor } = Object.getPrototypeOf(async () => undefined) as { constructor: unknown };
    const AsyncFunction = constructor as new (...parts: string[]) => (...values: unknown[]) => Promise<void>;
    const console = { log: (...words: unknown[]) => printed.push(words) };
    await new AsyncFunction("fetch", "console", program)(() => getNewest(), console);
    expect(printed).toEqual(answer.entries.map(({ name, rounded }) => [name, rounded, rounded]));
  });
});

/** The published formula, written from its words alone. */
function recompute({ method: { constants }, entries, withdrawn }: EditionAnswer) {
  const places = [...entries, ...withdrawn].map(({ criteria }) => {
    const sum = (values: string[]) =>
      criteria.filter(({ value }) => values.includes(value)).reduce((total, { maximum }) => total + maximum, 0);
    return { K: sum(["yes", "no"]), Y: sum(["yes"]) };
  });
  const rates = places.map(({ K, Y }) => (K === 0 ? 0 : Y / K)).sort((a, b) => a - b);
  const index = ((rates.length - 1) * constants.priorPercentile) / 100;
  const [below, above] = [rates[Math.floor(index)]!, rates[Math.ceil(index)]!];
  const prior = below + (above - below) * (index - Math.floor(index));
  const scores = places.map(({ K, Y }) => {
    const score = Y + (100 - K) * prior;
    return { score, rounded: Math.floor(score + 0.5), low: Y, high: Y + 100 - K, coverage: K / 100 };
  });
  return {
    prior,
    scores: scores.map((each) => {
      const rank = 1 + scores.filter(({ rounded }) => rounded > each.rounded).length;
      return { ...each, rank, band: Math.min(4, 1 + Math.floor(((rank - 1) * 4) / scores.length)) };
    }),
  };
}

/** Rounded score, coverage, newest date, name, unit, slug. */
function byTheRule(a: Ranked, b: Ranked): number {
  const newestDate = ({ criteria }: Scored) =>
    criteria
      .map(({ date }) => date ?? "")
      .sort()
      .at(-1) ?? "";
  const compare = (left: string, right: string) => (left === right ? 0 : left < right ? -1 : 1);
  return (
    b.rounded - a.rounded ||
    b.coverage - a.coverage ||
    compare(newestDate(b), newestDate(a)) ||
    compare(a.name.toLowerCase(), b.name.toLowerCase()) ||
    compare((a.unit ?? "").toLowerCase(), (b.unit ?? "").toLowerCase()) ||
    compare(a.members[0]?.slug ?? "", b.members[0]?.slug ?? "")
  );
}
