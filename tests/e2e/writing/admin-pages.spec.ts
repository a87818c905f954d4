// Every admin page as a browser meets it: what it sends along, whether it is clean and usable. Who gets in is tried page
// by page in tests/integration/permissions.test.ts; here only that the answer leaves as it should.
import { globSync } from "tinyglobby";
import { expectCleanAdminPage } from "../../support/admin-page";
import { openInquiry } from "../../support/desk";
import {
  correctionReference,
  CORRECTED,
  fillCorrection,
  newPerson,
  CONSENT_LABEL,
  send,
  sendInquiry,
} from "../../support/public-forms";
import { answerOf, type Role, type State } from "../../support/staff-browser";
import { expect, test, type Page } from "../../support/writing-test";

/** What stands in brackets is found or made below. */
const PAGES = [
  "/admin",
  "/admin/account",
  "/admin/audit",
  "/admin/backups",
  "/admin/calls",
  "/admin/corrections",
  "/admin/corrections/[id]",
  "/admin/inquiries",
  "/admin/inquiries/[id]",
  "/admin/inquiries/[id]/erasure",
  "/admin/inquiries/[id]/withdrawal",
  "/admin/listings",
  "/admin/listings/[id]",
  "/admin/listings/[id]/call",
  "/admin/listings/[id]/versions",
  "/admin/listings/bulk",
  "/admin/listings/bulk/[id]",
  "/admin/listings/new",
  "/admin/mails",
  "/admin/operators",
  "/admin/operators/[id]",
  "/admin/people",
  "/admin/posts",
  "/admin/posts/new",
  "/admin/posts/[id]",
  "/admin/posts/[id]/preview",
  "/admin/posts/[id]/versions",
  "/admin/rankings",
  "/admin/re-checks",
  "/admin/duplicates",
  "/admin/sources",
  "/admin/settings",
  "/admin/settings/[key]",
  "/admin/settings/[key]/versions",
];

/** Visited with a draft of theirs: methods.spec.ts. */
const PAGES_OF_A_DRAFT = [
  "/admin/rankings/methods/[version]",
  "/admin/rankings/methods/[version]/[part]",
  "/admin/rankings/methods/[version]/preview",
  "/admin/rankings/methods/[version]/versions",
];

/** Of each list one record: each test takes what is there, or makes it. */
const RECORDS: Record<string, (page: Page) => Promise<string>> = {
  "/admin/corrections/[id]": async (page) => {
    await page.goto(`${CORRECTED}/correction`);
    await fillCorrection(page);
    await send(page);
    return linkTo(page, "/admin/corrections", await correctionReference(page));
  },
  "/admin/inquiries/[id]": (page) => newInquiry(page),
  "/admin/listings/[id]": (page) => linkTo(page, "/admin/listings"),
  "/admin/listings/bulk/[id]": archiveOneAndTakeItBack,
  "/admin/operators/[id]": (page) => linkTo(page, "/admin/operators"),
  "/admin/posts/[id]": (page) => linkTo(page, "/admin/posts"),
};

async function newInquiry(page: Page): Promise<string> {
  await openInquiry(page, await sendInquiry(page, newPerson({ message: "Words for the team" })));
  return new URL(page.url()).pathname;
}

/** Of a place that no other file touches. */
async function archiveOneAndTakeItBack(page: Page): Promise<string> {
  await page.goto("/admin/listings?status=published&q=Bright+Mission+Recovery");
  await page.getByRole("checkbox", { name: "Bright Mission Recovery" }).check();
  await page.getByRole("button", { name: "the chosen ones" }).click();
  await page.getByRole("button", { name: "Archive 1 listing" }).click();
  await page.getByRole("button", { name: "Take it back" }).click();
  await expect(page.getByText("Taken back.")).toBeVisible();
  return new URL(page.url()).pathname;
}

/** Where the link in a list leads: the one of that name, or the first. */
async function linkTo(page: Page, list: string, name?: string): Promise<string> {
  await page.goto(list);
  const links = page.locator(`main a[href^="${list}/"]:not([href$="/new"])`);
  const link = name ? links.filter({ hasText: name }) : links;
  return (await link.first().getAttribute("href")) ?? "";
}

async function pathOf(page: Page, pattern: string): Promise<string> {
  const list = Object.keys(RECORDS).find((each) => pattern.startsWith(each));
  const record = list ? await RECORDS[list]!(page) : "";
  const path = list ? record + pattern.slice(list.length) : pattern;
  return path.replace("[key]", "teamContact");
}

test("every admin page is listed here", () => {
  const found = globSync("app/admin/**/page.tsx").map((file) => file.replace(/^app/, "").replace(/\/page\.tsx$/, ""));
  expect(found.filter((page) => page !== "/admin/sign-in").toSorted()).toEqual(
    [...PAGES, ...PAGES_OF_A_DRAFT].toSorted(),
  );
});

/** A page of each gate. */
const WHO_MAY = {
  "/admin": ["admin", "editor", "outreach"],
  "/admin/posts": ["admin", "editor"],
  "/admin/inquiries": ["admin", "outreach"],
  "/admin/people": ["admin"],
} satisfies Record<string, Role[]>;

test("who may not come in is sent to sign in, or told that it is not theirs", async ({
  playwright,
  staff,
  baseURL,
}) => {
  const answers = async (storageState?: State) => {
    const browser = await playwright.request.newContext({ baseURL, storageState });
    const statuses: Record<string, string> = {};
    for (const path of Object.keys(WHO_MAY)) statuses[path] = await answerOf(browser, path);
    await browser.dispose();
    return statuses;
  };
  const expected = (answer: (roles: string[]) => string) =>
    Object.fromEntries(Object.entries(WHO_MAY).map(([path, roles]) => [path, answer(roles)]));
  expect(await answers()).toEqual(expected(() => "307 /admin/sign-in"));
  for (const role of ["admin", "editor", "outreach"] as const)
    expect(await answers(await staff.state(role))).toEqual(expected((roles) => (roles.includes(role) ? "200" : "403")));
});

for (const pattern of PAGES)
  test(`${pattern} is stored nowhere, found by no search engine, accessible, and breaks no policy`, async ({
    staff,
  }) => {
    const page = await staff.page("admin");
    await expectCleanAdminPage(page, await pathOf(page, pattern));
  });

test("a page of another role answers in words, and its way back works", async ({ staff }) => {
  const page = await staff.page("outreach");
  await page.goto("/admin/people");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This is not part of your role");
  await expect(page.getByRole("navigation").getByRole("link", { name: "People" })).toHaveCount(0);
  await page.getByRole("link", { name: "Back to the overview" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
});

test("an inquiry opens with the person's words, moves on, and its opening stands in the audit", async ({ staff }) => {
  const page = await staff.page("admin");
  const inquiry = await newInquiry(page);
  await page.goto(inquiry);
  await expect(page.getByText("Words for the team")).toBeVisible();
  await expect(page.getByText(CONSENT_LABEL)).toBeVisible();
  await page.getByLabel("Status", { exact: true }).selectOption({ label: "In progress" });
  await page.getByLabel("Who works on it").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await page.getByLabel("Add a note").fill("Tried the number, no answer");
  await page.getByRole("button", { name: "Add the note" }).click();
  await expect(page.getByText("Note added.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Tried the number, no answer" })).toBeVisible();
  await page.goto(`/admin/audit?subjectType=inquiry&subjectId=${inquiry.split("/").at(-1)}`);
  await expect(page.getByRole("cell", { name: "Opened an inquiry" }).first()).toBeVisible();
});

test("without JavaScript staff erase a person who asked, once they say how and that it was them; again says it is done", async ({
  staff,
}) => {
  const inquiry = await newInquiry(await staff.page("outreach"));
  const page = await staff.page("outreach", { javaScriptEnabled: false });
  const other = await page.context().newPage();
  for (const each of [page, other]) {
    await each.bringToFront();
    await each.goto(inquiry);
    await each.getByRole("link", { name: "The person wants everything deleted" }).click();
    await expect(each.getByRole("heading", { level: 1 })).toHaveText("Delete everything about this person?");
  }
  const confirm = (on: Page) => on.getByRole("button", { name: "Delete everything now" }).click();
  await page.bringToFront();
  await confirm(page);
  await expect(page.getByText("Choose how the person asked.").first()).toBeVisible();
  for (const each of [page, other]) {
    // A tab behind another may draw nothing, and a click waits until its button stands still.
    await each.bringToFront();
    await each.getByLabel("How the person asked").selectOption({ label: "By phone" });
    await each.getByLabel("I made sure that the request comes from the person").check();
    await confirm(each);
  }
  await expect(page.getByText("Everything about the person is erased.")).toBeVisible();
  await expect(page.getByText("Words for the team")).toHaveCount(0);
  await expect(other.getByText("Nothing was changed: everything about the person was erased before.")).toBeVisible();
});

test("without JavaScript the desk finds a person by their email, which never stands in the page's URL", async ({
  staff,
}) => {
  const page = await staff.page("admin", { javaScriptEnabled: false });
  await page.goto("/admin/inquiries?assignee=nobody&overdue=1");
  await page.getByLabel(/^Find by reference, e-mail/).fill("someone@example.org");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("Nothing found. Check the spelling")).toBeVisible();
  expect(page.url()).not.toContain("someone");
});
