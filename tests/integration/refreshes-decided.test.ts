import { existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { parseCrontab } from "graphile-worker";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { takeBackImport } from "@/lib/imports/take-back";
import { dhcsLicenses } from "@/lib/refreshes/adapters/dhcs-licenses";
import { acceptProposal, refreshSource, rejectProposal } from "@/lib/refreshes/jobs";
import { db } from "@/lib/server/db";
import { runCommand } from "../support/command";
import { testDatabase } from "../support/database";
import { forgetImports, importLocally, stateFile } from "../support/import-files";
import { ckanPackage, closedOrigin, layerFile, publisher } from "../support/publisher";

testDatabase();
const server = publisher();

const ACTOR = system("refresh");
const LIST = "/list.csv";

beforeEach(async () => {
  await forgetImports();
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`TRUNCATE "Refresh", "RefreshProposal", "Import", "AuditEvent" CASCADE`,
  ]);
});

const ELM = { license_number: "190002AN", facility_name: "ELM HOUSE" };

/** @returns the number of the proposal */
async function proposed(...rows: Parameters<typeof stateFile>): Promise<number> {
  server.answers["/api/3/action/package_show"] = ckanPackage({ format: "CSV", url: server.origin + LIST });
  server.answers[LIST] = layerFile(stateFile(...rows));
  const result = await refreshSource(ACTOR, dhcsLicenses(server.origin));
  return result.outcome === "proposed" ? result.proposal : 0;
}

const stored = (number: number) => db.refreshProposal.findUniqueOrThrow({ where: { number } });
const actions = async () =>
  (await db.auditEvent.findMany({ orderBy: { id: "asc" }, select: { action: true, actorName: true } })).map(
    ({ action, actorName }) => `${actorName} ${action}`,
  );

test("a proposal is taken once: its file is imported, whatever the server has by then; again nothing changes", async () => {
  const number = await proposed({}, ELM);
  server.answers = {};
  expect(await acceptProposal(ACTOR, number)).toMatchObject({ outcome: "imported", report: { number: 1, new: 2 } });
  expect(await db.license.count()).toBe(2);
  expect(await stored(number)).toMatchObject({ status: "accepted", importNumber: 1 });
  expect(await acceptProposal(ACTOR, number)).toEqual({ outcome: "taken_before", importNumber: 1 });
  expect(await db.import.count()).toBe(1);
  expect(await actions()).toEqual(["refresh refresh.proposed", "refresh import.completed", "refresh refresh.accepted"]);
});

test("two who take it at one moment import it once", async () => {
  const number = await proposed({});
  const both = await Promise.allSettled([acceptProposal(ACTOR, number), acceptProposal(ACTOR, number)]);
  const imported = both.filter((each) => each.status === "fulfilled" && each.value.outcome === "imported");
  expect(imported.length).toBe(1);
  expect([await db.import.count(), await db.license.count()]).toEqual([1, 1]);
});

test("one that a newer one superseded is refused in words, and so is a rejected one", async () => {
  const first = await proposed({});
  const second = await proposed({}, ELM);
  await expect(acceptProposal(ACTOR, first)).rejects.toThrow(
    /cannot be decided.*superseded.*A newer one took its place/,
  );
  await expect(rejectProposal(ACTOR, first)).rejects.toThrow(/superseded/);
  await rejectProposal(ACTOR, second);
  await rejectProposal(ACTOR, second);
  await expect(acceptProposal(ACTOR, second)).rejects.toThrow(/cannot be decided.*rejected/);
  await expect(acceptProposal(ACTOR, 9_999)).rejects.toThrow("There is no proposal 9999.");
  expect(await db.import.count()).toBe(0);
});

test("what was rejected is not proposed again; what was imported and taken back is", async () => {
  const rejected = await proposed({});
  await rejectProposal(ACTOR, rejected);
  expect(await proposed({})).toBe(0);
  const number = await proposed({}, ELM);
  await acceptProposal(ACTOR, number);
  expect(await proposed({}, ELM)).toBe(0);
  await takeBackImport(system("import"), 1, false);
  expect(await proposed({}, ELM)).toBeGreaterThan(number);
});

test("a list with far fewer places says so, and is taken only by who confirms it", async () => {
  await importLocally("dhcs", "2026-08-21", stateFile({}, ELM));
  const number = await proposed({});
  expect((await stored(number)).report.join("\n")).toContain("over a tenth fewer");
  await expect(acceptProposal(ACTOR, number)).rejects.toThrow(/over a tenth fewer.*--confirm/);
  expect(await stored(number)).toMatchObject({ status: "open" });
  expect(await acceptProposal(ACTOR, number, { confirm: true })).toMatchObject({ outcome: "imported" });
});

describe("the database", () => {
  test("keeps a proposal as staff saw it, and lets it be decided once", async () => {
    const number = await proposed({});
    const changes = [
      () => db.$executeRaw`UPDATE "RefreshProposal" SET "report" = '{}' WHERE "number" = ${number}`,
      () => db.$executeRaw`UPDATE "RefreshProposal" SET "packed" = '\\x00' WHERE "number" = ${number}`,
      () => db.$executeRaw`DELETE FROM "RefreshProposal" WHERE "number" = ${number}`,
    ];
    for (const change of changes) await expect(change()).rejects.toThrow(/23001.*RefreshProposal/s);
    await rejectProposal(ACTOR, number);
    const reopened = db.$executeRaw`
      UPDATE "RefreshProposal" SET "status" = 'open', "decidedAt" = NULL WHERE "number" = ${number}`;
    await expect(reopened).rejects.toThrow(/23001.*RefreshProposal/s);
  });

  test("lets one of a source be open", async () => {
    const { packed, report, effect: _, ...first } = await stored(await proposed({}));
    const data = { ...first, number: first.number + 1_000, packed, report };
    await expect(db.refreshProposal.create({ data })).rejects.toThrow(/Unique constraint/);
  });
});

describe("the command", () => {
  const command = (words: string[], urls = "") => runCommand("scripts/refresh.ts", words, { REFRESH_URLS: urls });

  test("takes a proposal with the import's report, and rendered pages are dropped", async () => {
    const number = await proposed({});
    const pages = path.join(process.env.DATA_DIR ?? "", "pages");
    mkdirSync(pages, { recursive: true });
    const { code, output } = await command(["--accept", String(number)]);
    expect({ code, kept: existsSync(pages) }).toEqual({ code: 0, kept: false });
    expect(output).toContain("This is import 1. To take it back: npm run import -- --undo 1");
    expect(await command(["--accept", String(number)])).toMatchObject({
      code: 0,
      output: `Proposal ${number} was taken before, as import 1. Nothing is left to do.\n`,
    });
    const list = await command(["--list"]);
    expect(list.output).toMatch(new RegExp(`proposal ${number}: edition .*: accepted as import 1`));
    expect(list.output).toContain("samhsa-otp: Opioid Treatment Program Directory");
  });

  test("without a network says so for each source, and ends with a code of its own", async () => {
    const url = `${(await closedOrigin()).replace("http:", "https:")}/2026.csv`;
    const { code, output } = await command([], `samhsa=${url} dhcs=${url} samhsa-otp=${url}`);
    expect(code).toBe(3);
    expect(output.match(/failed \(offline\)\. 127\.0\.0\.1:\d+ cannot be reached/g)?.length).toBe(3);
  });

  test("refuses a number of nobody in words, without a stack", async () => {
    const { code, errors } = await command(["--reject", "777"]);
    expect({ code, errors }).toEqual({
      code: 1,
      errors: "\nerror  There is no proposal 777. npm run refresh -- --list names them.\n\n",
    });
  });
});

describe("the worker", () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.resetModules();
  });

  async function jobsWith(settings: Record<string, string>) {
    for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
    vi.resetModules();
    return import("@/lib/refreshes/jobs");
  }

  test("looks only where the setting says so: each source once a week, one after the other", async () => {
    expect((await jobsWith({})).refreshSchedule()).toBe("");
    const { refreshSchedule, refreshTasks } = await jobsWith({ NODE_ENV: "production" });
    const items = parseCrontab(refreshSchedule());
    expect(items.map(({ payload }) => payload)).toEqual([
      { source: "samhsa" },
      { source: "dhcs" },
      { source: "samhsa-otp" },
    ]);
    expect(items.every(({ task }) => task in refreshTasks)).toBe(true);
    expect(items.every(({ options }) => options.queueName === "refresh" && options.backfillPeriod === 0)).toBe(true);
    expect((await jobsWith({ NODE_ENV: "production", REFRESH: "off" })).refreshSchedule()).toBe("");
  });

  test("tries again within the day when nobody answers, says so to staff, and at last lets it be", async () => {
    const url = `${(await closedOrigin()).replace("http:", "https:")}/list.csv`;
    const { refreshTasks } = await jobsWith({ REFRESH_URLS: `dhcs=${url}` });
    const run = (isLast: boolean) => refreshTasks.refreshSource?.({ source: "dhcs" }, { number: 1, isLast });
    await expect(run(false)).rejects.toThrow("offline");
    await run(true);
    const causes = await db.refresh.findMany({ select: { source: true, cause: true } });
    expect(causes).toEqual(Array.from({ length: 2 }, () => ({ source: "dhcs", cause: "offline" })));
  });
});
