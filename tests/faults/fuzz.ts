// `npm run test:fuzz`: hostile submissions to the real form. Options: --count 10000 --seed 1, and --at URL for a site
// that runs already, whose settings (DATABASE_URL, keys, TRUSTED_PROXY_HEADER) are then those of the environment.
import { parseArgs } from "node:util";
import fc from "fast-check";
import { end, fail, prepareProcess } from "../../scripts/setup/process.mjs";
import { formWith, Visitor } from "../support/visitor";
import { countBy } from "./books";
import { expectThat, figure, summary, title } from "./figures";
import { fuzzCases, type FuzzCase } from "./fuzz-cases";
import { echoesIn } from "./fuzz-values";
import { openHouse } from "./house";
import { MailServer } from "./mail-server";
import { brokenRows } from "./rows";

const AT_ONCE = 8;

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "10000" },
    seed: { type: "string", default: "1" },
    at: { type: "string" },
  },
});

interface Result {
  kind: string;
  status: number;
  echoes: string[];
  sent: FuzzCase;
}

prepareProcess();
try {
  if (values.at) await fuzz(values.at, process.env.DATABASE_URL ?? "");
  else {
    const mailServer = new MailServer();
    await mailServer.start();
    const house = await openHouse(mailServer.port, { LOG_LEVEL: "silent" });
    await fuzz(house.base, house.databaseUrl);
    expectThat("processes that ended", house.site.deaths + house.worker.deaths, 0);
    await house.close();
    await mailServer.stop();
  }
} catch (error) {
  await fail(error);
}
await end(summary());

async function fuzz(base: string, databaseUrl: string): Promise<void> {
  const page = await new Visitor(base, "10.255.0.1").get("/contact");
  const form = formWith("message", "/contact", page.html);
  if (!form) throw new Error(`There is no form at ${base}/contact (${page.status})`);
  const count = Number(values.count);
  const cases = fc.sample(fuzzCases(form), { numRuns: count, seed: Number(values.seed) });
  title(`${count} hostile submissions, seed ${values.seed}`);
  const start = new Date();
  const results = await sendEach(base, form.url, cases);
  const seconds = (Date.now() - start.getTime()) / 1000;
  figure("time", `${seconds.toFixed(0)} s, ${(count / seconds).toFixed(0)} a second`);
  for (const [kind, times] of Object.entries(countBy(results.map((result) => result.kind)))) {
    const statuses = countBy(results.filter((result) => result.kind === kind).map(({ status }) => String(status)));
    figure(
      kind,
      `${times}: ${Object.entries(statuses)
        .map(([status, each]) => `${each} × ${status}`)
        .join(", ")}`,
    );
  }
  tell(
    "answers of 500 and above, or none",
    results.filter(({ status }) => status >= 500 || status === 0),
  );
  tell(
    "answers that hold markup as it was sent",
    results.filter(({ echoes }) => echoes.length > 0),
  );
  const { count: rows, broken } = await brokenRows(databaseUrl, start);
  expectThat("inquiries kept", rows, "some", (kept) => kept > 0);
  expectThat("rows that break the schema", broken.length, 0);
  for (const row of broken.slice(0, 5)) figure("  row", row);
}

function tell(name: string, results: Result[]): void {
  expectThat(name, results.length, 0);
  for (const { status, echoes, sent } of results.slice(0, 5))
    figure(`  ${status} ${echoes.join(" ")}`, JSON.stringify(sent).slice(0, 600));
}

async function sendEach(base: string, path: string, cases: FuzzCase[]): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const send = async () => {
    for (let index = next++; index < cases.length; index = next++) {
      const sent = cases[index]!;
      const visitor = new Visitor(base, `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`);
      const answer = await answerTo(visitor, path, sent);
      results.push({ kind: sent.kind, sent, status: answer.status, echoes: echoesIn(answer.html) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
  return results;
}

async function answerTo(visitor: Visitor, path: string, sent: FuzzCase): Promise<{ status: number; html: string }> {
  try {
    if (sent.path) return await visitor.get(sent.path);
    return await visitor.send(path, sent.body ?? formOf(sent.fields ?? []), sent.headers);
  } catch (error) {
    const { name, cause } = error as Error & { cause?: { code?: string } };
    return { status: 0, html: cause?.code ?? name };
  }
}

function formOf(fields: [string, string | Blob][]): FormData {
  const form = new FormData();
  for (const [name, value] of fields) {
    if (typeof value === "string") form.append(name, value);
    else form.append(name, value, "<zq1>.html");
  }
  return form;
}
