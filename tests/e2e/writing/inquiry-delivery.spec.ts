// What leaves the site when somebody writes to us, and what may not. By hand, the site under test needs
// TRUSTED_PROXY_HEADER=x-test-ip and METRICS_TOKEN; `npm run test:e2e` sets them.
import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { SERVER_TYPESCRIPT } from "../../../scripts/setup/commands.mjs";
import { openInquiry } from "../../support/desk";
import { ageForm } from "../../support/form-age";
import { fillInquiry, INQUIRY_REFERENCE, CONSENT_LABEL, send } from "../../support/public-forms";
import { SITE_DATA, siteDatabaseUrl, withSiteDatabase } from "../../support/site-database";
import { marked, tracesIn } from "../../support/traces";
import { unique, uniqueIp } from "../../support/unique";
import { formWith, Visitor } from "../../support/visitor";
import { expect, test } from "../../support/writing-test";

const base = process.env.BASE_URL ?? "http://localhost:3000";

test("a marked person's words are in no log, metric, URL, job, table, file or mail of ours, nor on a list", async ({
  staff: members,
  browser,
}) => {
  const staff = await members.page("admin");
  const visitor = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  const urls: string[] = [];
  for (const page of [visitor, staff]) page.on("request", (request) => urls.push(request.url()));

  await visitor.goto("/contact");
  await fillInquiry(visitor, marked);
  await send(visitor);
  await expect(visitor.getByText("We cannot take the form without your permission")).toBeVisible();
  await visitor.getByLabel(CONSENT_LABEL).check();
  await ageForm(visitor, "inquiry form", { scripts: false });
  await send(visitor);
  await visitor.waitForURL(/thank-you/);
  const thanks = await visitor.content();
  const reference = INQUIRY_REFERENCE.exec(visitor.url())?.[0] ?? "";

  await staff.goto("/admin/inquiries");
  const list = await staff.content();
  await openInquiry(staff, reference);
  await expect(staff.getByText(marked.email)).toBeVisible();
  await staff.goto("/admin/audit?subjectType=inquiry");
  const audit = await staff.content();
  await staff.goto("/admin/mails");
  const mails = await staff.content();

  const teamMail = await mailOf(reference, "team@localhost");
  const headers = { authorization: `Bearer ${process.env.METRICS_TOKEN ?? ""}` };
  const metrics = await (await fetch(`${base}/api/metrics`, { headers })).text();
  expect(metrics).toContain("inquiry_answers_total");

  const traces = {
    urls: tracesIn(urls.join("\n")),
    thanks: tracesIn(thanks),
    list: tracesIn(list),
    audit: tracesIn(audit),
    mails: tracesIn(mails),
    teamMail: tracesIn(teamMail),
    metrics: tracesIn(metrics),
    tables: tracesIn(await tables()),
    files: filesOfTheHouse().flatMap((file) => tracesIn(readFileSync(file)).map((trace) => `${file}: ${trace}`)),
  };
  expect(Object.entries(traces).filter(([, found]) => found.length > 0)).toEqual([]);
  await visitor.context().close();
});

test("somebody who sends too often is told whom to call, keeps what they typed, and is not counted by their name", async () => {
  const visitor = new Visitor(base, uniqueIp());
  const person = { name: "Ana", email: `limited-${unique()}@example.org`, consent: "on" };
  for (let times = 1; times <= 31; times += 1) {
    const form = formWith("message", "/contact", (await visitor.get("/contact")).html)!;
    const answer = await visitor.post(form, { ...person, message: `Message ${times}` });
    if (times <= 30) {
      expect([times, answer.status]).toEqual([times, 303]);
      continue;
    }
    expect(answer.status).toBe(200);
    for (const words of ["Too many messages in a short time", 'href="tel:911"', 'href="tel:988"', "1-800-662-4357"])
      expect(answer.html).toContain(words);
    expect(formWith("message", "/contact", answer.html)?.fields).toContainEqual(["message", "Message 31"]);
    const team = await teamContact();
    if (team.email) expect(answer.html).toContain(`mailto:${team.email}`);
    if (team.phone) expect(answer.html).toContain(`tel:${team.phone}`);
  }
});

test("dozens of hostile submissions are all answered, none with an error or with their own markup", async () => {
  const secrets = JSON.parse(readFileSync(path.join(SITE_DATA, "secrets.json"), "utf8")) as Record<string, string>;
  const env = { ...process.env, ...secrets, DATABASE_URL: siteDatabaseUrl(), SMTP_URL: "smtp://127.0.0.1:9" };
  const args = [...SERVER_TYPESCRIPT, "tests/faults/fuzz.ts", "--at", base, "--count", "60", "--seed", "324732"];
  const { stdout } = await promisify(execFile)(process.execPath, args, { env, maxBuffer: 16 * 1024 * 1024 }).catch(
    (error: { stdout: string; stderr: string }) => ({ stdout: `${error.stdout}\n${error.stderr}` }),
  );
  expect(stdout).toContain("all as expected");
});

function tables(): Promise<string> {
  return withSiteDatabase(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'graphile_worker')",
    );
    const contents: string[] = [];
    for (const { name } of rows) {
      const table = await client.query<{ row: string }>(`SELECT t::text AS row FROM ${name} AS t`);
      contents.push(...table.rows.map(({ row }) => row));
    }
    return contents.join("\n");
  });
}

function teamContact(): Promise<{ email: string | null; phone: string | null }> {
  return withSiteDatabase(async (client) => {
    const { rows } = await client.query<{ value: { email: string | null; phone: string | null } }>(
      `SELECT value FROM "Setting" WHERE key = 'teamContact'`,
    );
    return rows[0]!.value;
  });
}

/** Logs, kept pages and the database's own files; not the mailbox, where a person's mail bears their email. */
function filesOfTheHouse(): string[] {
  const files = readdirSync(SITE_DATA, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !file.startsWith(path.join(SITE_DATA, "mail") + path.sep));
}

/** The mail that names the reference and goes to the email, as it lies in the mailbox. */
async function mailOf(reference: string, to: string): Promise<string> {
  let found: string | undefined;
  await expect(async () => {
    const folder = path.join(SITE_DATA, "mail");
    const sources = readdirSync(folder).map((name) => readFileSync(path.join(folder, name), "utf8"));
    // The person's mail names the team too: as whom to answer.
    found = sources.find((source) => source.includes(`\nTo: ${to}`) && source.includes(reference));
    expect(found).toBeDefined();
  }).toPass();
  return found ?? "";
}
