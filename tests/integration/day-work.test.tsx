// What waits for a member of the team: each figure of the overview is what the list behind it has.
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import CallsPage from "@/app/admin/calls/page";
import CorrectionsPage from "@/app/admin/corrections/page";
import DuplicatesPage from "@/app/admin/duplicates/page";
import InquiriesPage from "@/app/admin/inquiries/page";
import MailsPage from "@/app/admin/mails/page";
import OverviewPage from "@/app/admin/page";
import RankingsPage from "@/app/admin/rankings/page";
import ReChecksPage from "@/app/admin/re-checks/page";
import SourcesPage from "@/app/admin/sources/page";
import { system } from "@/lib/audit/actor";
import { reportCorrection } from "@/lib/corrections/mutations";
import { proposeCall } from "@/lib/calls/mutations";
import { listDayWork } from "@/lib/desk/admin-queries";
import { DAY_WORK } from "@/lib/desk/day-work";
import { listFirstDay } from "@/lib/desk/queries";
import { startDraft } from "@/lib/methods/mutations";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { proposeEdition } from "@/lib/rankings/mutations";
import { db } from "@/lib/server/db";
import { saveSetting } from "@/lib/settings/mutations";
import { getSettings } from "@/lib/settings/queries";
import { daysAfter, fromIsoDate, today } from "@/lib/shared/dates";
import { type Locale } from "@/lib/shared/i18n";
import { STAFF_ROLES } from "@/lib/staff/types";
import { formSender, staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { newInquiry } from "../support/inquiry";
import { drawStaffPage, type StaffPage } from "../support/staff-pages";
import { browser } from "../support/staff-request";
import { idOf, signInTwo } from "../support/two-staff-members";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase({ seeded: true });

const PAGES: Record<string, StaffPage> = {
  "/admin": OverviewPage,
  "/admin/calls": CallsPage,
  "/admin/corrections": CorrectionsPage,
  "/admin/duplicates": DuplicatesPage,
  "/admin/inquiries": InquiriesPage,
  "/admin/mails": MailsPage,
  "/admin/rankings": RankingsPage,
  "/admin/re-checks": ReChecksPage,
  "/admin/sources": SourcesPage,
};

const NEWER_FILE = {
  source: "samhsa",
  url: "https://example.org/directory.xlsx",
  fileName: "directory.xlsx",
  packed: new Uint8Array(1),
  report: ["1 row"],
  size: 1,
  checksum: "0".repeat(64),
  contentChecksum: "0".repeat(64),
  edition: "2025",
  asOf: new Date("2024-01-01"),
  asOfPrecision: "year" as const,
};

/** A page as the administrator reads it. */
function pageAt(path: string, locale: Locale = "en"): Promise<string> {
  const { pathname, searchParams } = new URL(path, "http://localhost");
  return drawStaffPage("author", PAGES[pathname]!, locale, Object.fromEntries(searchParams));
}

/** How many a page says that it lists; of a part of a page, whether it is there. */
function shownIn(html: string, path: string): number | string {
  const part = new URL(path, "http://localhost").hash.slice(1);
  if (part) return html.includes(`id="${part}"`) ? "there" : "missing";
  const said = />(\d+) (?:found|mails?|pairs?|calls?)\b/.exec(html)?.[1];
  return said ? Number(said) : (html.match(/Proposal \d+:/g)?.length ?? 0);
}

const administrator = () => staffSession({ staffId: idOf.get("author")! });

beforeAll(signInTwo);
beforeEach(() => browser.headers.delete("accept-language"));

describe("the work of the day", () => {
  beforeAll(async () => {
    const author = idOf.get("author")!;
    const change = async (data: object) => {
      const { id } = await newInquiry();
      await db.inquiry.update({ where: { id }, data, select: { id: true } });
    };
    const past = new Date(Date.now() - 60_000);
    await change({ dueAt: past });
    await change({ dueAt: past, assigneeId: author, status: "waiting" });
    await change({ assigneeId: author, status: "in_progress" });
    await change({ assigneeId: author, status: "in_progress" });
    await change({ status: "done", closedAt: past, dueAt: null });
    const [first, second, third] = await db.listing.findMany({
      where: { status: "published", rankingMembers: { some: {} } },
      orderBy: { slug: "asc" },
      take: 3,
      select: { id: true },
    });
    const input = { topic: "other", wrong: "A word", grounds: "other", right: undefined } as const;
    await reportCorrection(formSender(), {
      input: { ...input, evidence: undefined, email: undefined },
      listingId: first!.id,
      locale: "en",
      spam: "clear",
    });
    await db.duplicateProposal.deleteMany();
    await db.duplicateProposal.create({ data: { formerId: first!.id, laterId: second!.id }, select: { id: true } });
    await db.factSheet.updateMany({
      where: { listingId: first!.id, source: "samhsa" },
      data: { asOf: new Date("2019-01-01") },
    });
    const closed = { closedOn: fromIsoDate("2026-01-01"), closedReason: "Told by phone" };
    await db.listing.update({ where: { id: third!.id }, data: closed, select: { id: true } });
    await proposeEdition(system("worker"), { area: SERVED_COUNTY });
    const call = { evidence: "By phone", asOf: "2026-11-20", answers: [], admissions: ["wait.week" as const] };
    await proposeCall(staffSession({ staffId: "caller", role: "outreach" }), { id: second!.id, ...call });
    await handInDraft();
    await db.refreshProposal.create({ data: NEWER_FILE, select: { number: true } });
    const { value } = (await getSettings()).crisisNumbers;
    await saveSetting(system("seed"), "crisisNumbers", value, daysAfter(today(), -91));
  });

  test("every kind of it is counted, and each figure is how many the list behind it shows", async () => {
    const tasks = await listDayWork(administrator());
    expect(tasks.map(({ key }) => key)).toEqual(Object.keys(DAY_WORK));
    expect(tasks.slice(0, 4).map(({ key, count }) => [key, count])).toEqual([
      ["overdue", 2],
      ["mine", 3],
      ["new", 1],
      ["nobodys", 1],
    ]);
    for (const { key, path, count } of tasks.filter((task) => task.role !== "admin"))
      expect([key, shownIn(await pageAt(path), path)]).toEqual([key, path.includes("#") ? "there" : count]);
  });

  test.each(["en", "es"] as const)("the overview names all of it in words, each figure a link: %s", async (locale) => {
    const html = await pageAt("/admin", locale);
    for (const { path } of await listDayWork(administrator()))
      expect(html).toContain(`href="${path.replaceAll("&", "&amp;")}"`);
    expect(html).not.toMatch(/admin\.dayWork|admin\.firstDay/);
  });

  test.each(STAFF_ROLES)("a member sees the work of their role: %s", async (role) => {
    const roles = (await listDayWork(staffSession({ role }))).map((task) => task.role);
    const all = [...new Set(Object.values(DAY_WORK).map((work) => work.role))];
    expect(new Set(roles)).toEqual(new Set(all.filter((each) => role === "admin" || each === role || each === null)));
  });

  test("an own draft does not wait for its author", async () => {
    const waits = async (staffId: string) =>
      (await listDayWork(staffSession({ staffId }))).some(({ key }) => key === "secondPerson");
    expect([await waits("writer"), await waits(idOf.get("author")!)]).toEqual([false, true]);
  });
});

/** A draft of somebody else that waits for a second person. */
async function handInDraft(): Promise<void> {
  const writer = staffSession({ staffId: "writer", role: "editor" });
  await startDraft(writer);
  const draft = { status: "draft", reviewRequestedAt: new Date() } as const;
  await db.rankingMethod.updateMany({ where: { status: "draft" }, data: draft });
}

describe("the first-day checklist", () => {
  const standing = async () =>
    Object.fromEntries((await listFirstDay(administrator())).map(({ key, ...item }) => [key, item]));

  test("says what is to be done, and who did it once it is", async () => {
    await db.workerHeartbeat.deleteMany();
    const before = await standing();
    expect(Object.entries(before).map(([key, { isDone }]) => [key, isDone])).toEqual([
      ["teamContact", false],
      ["helpNumbers", false],
      ["secondPerson", true],
      ["worker", false],
      ["testMail", false],
      ["backup", false],
    ]);
    const { teamContact, crisisNumbers } = await getSettings();
    await saveSetting(administrator(), "teamContact", { ...teamContact.value, email: "team@example.org" }, today());
    await saveSetting(administrator(), "crisisNumbers", crisisNumbers.value, today());
    await db.workerHeartbeat.create({ data: { at: new Date() } });
    const moments = { startedAt: new Date(), madeAt: new Date() };
    const file = { fileName: "a.backup", bytes: 1, sha256: "0".repeat(64) };
    await db.backup.create({ data: { ...moments, ...file, way: "copy" }, select: { id: true } });
    const after = await standing();
    expect(after).toMatchObject({ teamContact: { isDone: true }, backup: { isDone: true }, worker: { isDone: true } });
    expect(after.helpNumbers).toMatchObject({ isDone: true, by: "Administrator" });
    const html = await pageAt("/admin");
    expect(html).toContain("Confirmed by Administrator");
  });

  test("a worker that has stopped is not alive", async () => {
    await db.workerHeartbeat.updateMany({ data: { at: new Date(Date.now() - 61_000) } });
    expect((await standing()).worker).toMatchObject({ isDone: false });
  });
});
