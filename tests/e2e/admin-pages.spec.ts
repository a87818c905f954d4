// Every admin page as a browser meets it: who gets in, what it sends along, whether it is clean and usable.
import AxeBuilder from "@axe-core/playwright";
import { expect, test, type Page } from "@playwright/test";
import { globSync } from "tinyglobby";
import { answerOf, newMember, signedIn, type State } from "../support/staff-browser";

type Gate = "staff" | "admin" | "editor" | "outreach";

/** What stands in brackets is filled below. */
const PAGES: Record<string, Gate> = {
  "/admin": "staff",
  "/admin/account": "staff",
  "/admin/audit": "admin",
  "/admin/corrections": "editor",
  "/admin/corrections/[id]": "editor",
  "/admin/inquiries": "outreach",
  "/admin/inquiries/[id]": "outreach",
  "/admin/inquiries/[id]/erasure": "outreach",
  "/admin/inquiries/[id]/withdrawal": "outreach",
  "/admin/listings": "editor",
  "/admin/listings/[id]": "editor",
  "/admin/mails": "outreach",
  "/admin/people": "admin",
  "/admin/posts": "editor",
  "/admin/posts/new": "editor",
  "/admin/posts/[id]": "editor",
  "/admin/posts/[id]/preview": "editor",
  "/admin/rankings": "editor",
  "/admin/rankings/methods/[version]": "editor",
  "/admin/rankings/methods/[version]/[part]": "editor",
  "/admin/rankings/methods/[version]/preview": "editor",
  "/admin/settings": "admin",
  "/admin/settings/[key]": "admin",
};

const DRAFT = "/admin/rankings/methods/2";

let states: Record<"admin" | "editor" | "outreach", State>;
let ids: Record<string, string>;

test.beforeAll(async ({ browser }) => {
  const admin = await signedIn(browser);
  const editor = await signedIn(browser, await newMember(browser, admin, "Editor"));
  const outreach = await signedIn(browser, await newMember(browser, admin, "Outreach"));
  states = { admin, editor, outreach };
  const context = await browser.newContext({ storageState: admin });
  const page = await context.newPage();
  const firstOf = async (list: string) => {
    await page.goto(list);
    const links = page.locator(`main a[href^="${list}/"]:not([href$="/new"])`);
    return ((await links.first().getAttribute("href")) ?? "").split("/").at(-1) ?? "";
  };
  await page.goto("/contact");
  await page.getByLabel("Name or nickname", { exact: true }).fill("Ana");
  await page.getByLabel("Email", { exact: true }).fill(`visitor-${Date.now()}@example.org`);
  await page.getByLabel("Your message").fill("Words for the team");
  await page.getByLabel("You may answer me").check();
  await page.getByLabel("I give permission to Best Heroin Rehab").check();
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page).toHaveURL(/thank-you/);
  await page.goto("/admin/rankings");
  await page.getByRole("button", { name: "Start a new version" }).click();
  await expect(page).toHaveURL(new RegExp(DRAFT));
  await page.goto(`/listings/aurora-charter-oak-hospital-covina/correction`);
  await page.getByLabel("What is it about?").selectOption({ index: 1 });
  await page.getByLabel("What is wrong?").fill(`The phone number is wrong (${Date.now()})`);
  await page.getByLabel("How do you know?").selectOption({ index: 1 });
  // Nobody reads the form faster; what is quicker is quarantined.
  await page.waitForTimeout(2100);
  await page.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank you. We have your report.");
  ids = {
    corrections: await firstOf("/admin/corrections"),
    listings: await firstOf("/admin/listings"),
    posts: await firstOf("/admin/posts"),
    inquiries: await firstOf("/admin/inquiries"),
  };
  await context.close();
});

// A published version cannot be taken back; the other tests read the first.
test.afterAll(async ({ browser }) => {
  const context = await browser.newContext({ storageState: states.admin });
  const page = await context.newPage();
  await page.goto(DRAFT);
  await page.locator("summary", { hasText: "Discard the draft" }).click();
  await page.getByRole("button", { name: "Discard the draft" }).click();
  await expect(page.getByText("The draft is gone.")).toBeVisible();
  await context.close();
});

const addressOf = (pattern: string) =>
  pattern
    .replace("/admin/rankings/methods/[version]", DRAFT)
    .replace("[part]", "criterion-maintenance")
    .replace("[id]", ids[pattern.split("/")[2] ?? ""] ?? "")
    .replace("[key]", "teamContact");

test("every admin page is listed here", () => {
  const found = globSync("app/admin/**/page.tsx").map((file) => file.replace(/^app/, "").replace(/\/page\.tsx$/, ""));
  expect(found.filter((page) => page !== "/admin/sign-in").toSorted()).toEqual(Object.keys(PAGES).toSorted());
});

for (const [pattern, gate] of Object.entries(PAGES)) {
  test(`${pattern} lets in ${gate}, sends others away`, async ({ playwright, baseURL }) => {
    const address = addressOf(pattern);
    const nobody = await playwright.request.newContext({ baseURL });
    expect(await answerOf(nobody, address)).toBe("307 /admin/sign-in");
    for (const [role, storageState] of Object.entries(states)) {
      const context = await playwright.request.newContext({ baseURL, storageState });
      const passes = role === "admin" || gate === "staff" || gate === role;
      expect(`${role} ${await answerOf(context, address)}`).toBe(`${role} ${passes ? 200 : 403}`);
    }
  });

  test(`${pattern} is stored nowhere, found by no search engine, accessible, and breaks no policy`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ storageState: states.admin });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on("console", (message) => message.type() === "error" && troubles.push(message.text()));
    page.on("pageerror", (error) => troubles.push(error.message));
    const answer = await page.goto(addressOf(pattern), { waitUntil: "networkidle" });
    expect(answer?.headers()["cache-control"]).toContain("no-store");
    expect(answer?.headers()["content-security-policy"]).toContain("default-src 'none'");
    expect(answer?.headers()["content-security-policy"]).not.toContain("unsafe");
    await expect(page.locator('meta[name="robots"]').first()).toHaveAttribute("content", /noindex/);
    // As the server sent it; scripts may set styles.
    expect(await answer?.text()).not.toMatch(/<[^>]+\sstyle=/);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    expect(troubles).toEqual([]);
    await context.close();
  });
}

test("a page of another role answers in words, and its way back works", async ({ browser }) => {
  const context = await browser.newContext({ storageState: states.outreach });
  const page = await context.newPage();
  await page.goto("/admin/people");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("This is not part of your role");
  await expect(page.getByRole("navigation").getByRole("link", { name: "People" })).toHaveCount(0);
  await page.getByRole("link", { name: "Back to the overview" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Overview");
  await context.close();
});

test("an inquiry opens with the person's words, moves on, and its opening stands in the audit", async ({ browser }) => {
  const context = await browser.newContext({ storageState: states.admin });
  const page = await context.newPage();
  await page.goto(`/admin/inquiries/${ids.inquiries}`);
  await expect(page.getByText("Words for the team")).toBeVisible();
  await expect(page.getByText("I give permission to Best Heroin Rehab")).toBeVisible();
  await page.getByLabel("Status", { exact: true }).selectOption({ label: "In progress" });
  await page.getByLabel("Who works on it").selectOption({ index: 1 });
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await page.getByLabel("Add a note").fill("Tried the number, no answer");
  await page.getByRole("button", { name: "Add the note" }).click();
  await expect(page.getByText("Note added.")).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "Tried the number, no answer" })).toBeVisible();
  await page.goto(`/admin/audit?subjectType=inquiry&subjectId=${ids.inquiries}`);
  await expect(page.getByRole("cell", { name: "Opened an inquiry" }).first()).toBeVisible();
  await context.close();
});

test("without JavaScript staff erase a person who asked, once they say how and that it was them; again says it is done", async ({
  browser,
}) => {
  const context = await browser.newContext({ storageState: states.outreach, javaScriptEnabled: false });
  const [page, other] = [await context.newPage(), await context.newPage()];
  for (const each of [page, other]) {
    await each.goto(`/admin/inquiries/${ids.inquiries}`);
    await each.getByRole("link", { name: "The person wants everything deleted" }).click();
    await expect(each.getByRole("heading", { level: 1 })).toHaveText("Delete everything about this person?");
  }
  const confirm = (on: Page) => on.getByRole("button", { name: "Delete everything now" }).click();
  await confirm(page);
  await expect(page.getByText("Choose how the person asked.").first()).toBeVisible();
  for (const each of [page, other]) {
    await each.getByLabel("How the person asked").selectOption({ label: "By phone" });
    await each.getByLabel("I made sure that the request comes from the person").check();
    await confirm(each);
  }
  await expect(page.getByText("Everything about the person is erased.")).toBeVisible();
  await expect(page.getByText("Words for the team")).toHaveCount(0);
  await expect(other.getByText("Nothing was changed: everything about the person was erased before.")).toBeVisible();
  await context.close();
});

test("without JavaScript the desk finds a person by their address, which never stands in the page's address", async ({
  browser,
}) => {
  const context = await browser.newContext({ storageState: states.admin, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/admin/inquiries?assignee=nobody&overdue=1");
  await page.getByLabel(/^Find by reference, e-mail/).fill("someone@example.org");
  await page.getByRole("button", { name: "Find" }).click();
  await expect(page.getByText("Nothing found. Check the spelling")).toBeVisible();
  expect(page.url()).not.toContain("someone");
  await context.close();
});
