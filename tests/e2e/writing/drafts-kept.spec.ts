// What somebody types on the desk is kept as they type it, apart from what is public.
import { untilHydrated } from "../../support/page-watch";
import { patience } from "../../support/patience.mjs";
import { unique } from "../../support/unique";
import { expect, test, type Page } from "../../support/writing-test";

const WAITS = "What you typed here is not saved";
const KEPT = /^Draft kept at \d/;
const kept = (page: Page) => expect(page.getByText(KEPT)).toBeVisible();
const summary = (page: Page) => page.getByLabel("Summary");

/** A new draft of a post, opened by its writer; gives its path. */
async function newPost(page: Page): Promise<string> {
  await page.goto("/admin/posts/new");
  await page.getByLabel("Title").fill(`Kept ${unique()}`);
  await page.getByRole("button", { name: "Make a draft" }).click();
  await expect(page.getByText("Draft made.")).toBeVisible();
  return new URL(page.url()).pathname;
}

test("words survive a browser that is closed, until they are saved or given up", async ({
  staff,
  browser,
  baseURL,
}) => {
  const page = await staff.page("editor");
  const path = await newPost(page);
  await untilHydrated(page);
  const open = async () => {
    const context = await browser.newContext({ baseURL, storageState: await staff.state("editor") });
    const opened = await context.newPage();
    await opened.goto(path);
    return opened;
  };

  await summary(page).fill("Typed and never saved.");
  await kept(page);
  // A browser that is killed asks nobody.
  const second = await open();
  await expect(second.getByText(WAITS)).toBeVisible();
  await expect(summary(second)).toHaveValue("Typed and never saved.");
  await untilHydrated(second);
  await summary(second).fill("Typed, kept and saved.");
  await kept(second);
  await second.getByRole("button", { name: "Save", exact: true }).click();
  await expect(second.getByText("Saved. Public pages are up to date.")).toBeVisible();
  await expect(second.getByText(/^Draft kept at/)).toHaveCount(0);
  await expect(second.getByText(WAITS)).toHaveCount(0);
  await expect(summary(second)).toHaveValue("Typed, kept and saved.");
  // The next save on the page is one of the record as it is now.
  await summary(second).fill("Saved again.");
  await second.getByRole("button", { name: "Save", exact: true }).click();
  await expect
    .poll(() => summary(second).evaluate((area: HTMLTextAreaElement) => area.defaultValue))
    .toBe("Saved again.");
  await expect(second.getByRole("cell")).toHaveCount(0);
  await second.context().close();

  const third = await open();
  await expect(third.getByText(WAITS)).toHaveCount(0);
  await expect(summary(third)).toHaveValue("Saved again.");
  await untilHydrated(third);
  await summary(third).fill("Typed and given up.");
  await kept(third);
  await third.context().close();

  const fourth = await open();
  await fourth.getByRole("button", { name: "Discard what I typed" }).click();
  await expect(fourth.getByText(WAITS)).toHaveCount(0);
  await expect(summary(fourth)).toHaveValue("Saved again.");
  await fourth.context().close();
});

test("who is signed out while typing is told so, and finds the words after signing in", async ({ staff }) => {
  const page = await staff.page("editor");
  const path = await newPost(page);
  await untilHydrated(page);
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await summary(page).fill("Typed while signed out.");
  await expect(page.getByText("You are signed out. What you typed until now is kept")).toBeVisible();
  await page.context().addCookies(cookies);
  page.on("dialog", (dialog) => dialog.accept());
  await page.goto(path);
  await expect(summary(page)).toHaveValue("Typed while signed out.");
});

test("without an answer the page says so, and tries again", async ({ staff }) => {
  const page = await staff.page("editor");
  await newPost(page);
  await untilHydrated(page);
  await page.route("**/admin/kept-forms", (route) => route.abort());
  await summary(page).fill("Typed without a connection.");
  await expect(page.getByText("The draft is not kept")).toBeVisible();
  await page.unroute("**/admin/kept-forms");
  await expect(page.getByText(KEPT)).toBeVisible({ timeout: patience(30_000) });
});

test("two who type on one page see each other's words, and a conflict shows both", async ({ staff }) => {
  const [editor, admin] = [await staff.page("editor"), await staff.page("admin")];
  const path = await newPost(editor);
  await untilHydrated(editor);
  await summary(editor).fill("Words of the editor.");
  await kept(editor);

  await admin.goto(path);
  await expect(summary(admin)).toHaveValue("");
  await expect(admin.getByText("Test editor has typed something on this page and not saved it")).toBeVisible();
  await admin.getByRole("link", { name: "Show it in the form" }).click();
  await expect(summary(admin)).toHaveValue("Words of the editor.");
  await untilHydrated(admin);
  await summary(admin).fill("Words of the administrator.");
  await admin.getByRole("button", { name: "Save", exact: true }).click();
  await expect(admin.getByText("Saved. Public pages are up to date.")).toBeVisible();

  await editor.getByRole("button", { name: "Save", exact: true }).click();
  await expect(editor.getByRole("cell", { name: "Words of the administrator." })).toBeVisible();
  await expect(editor.getByRole("cell", { name: "Words of the editor." })).toBeVisible();
  await expect(summary(editor)).toHaveValue("Words of the editor.");
});

test("without scripts a button keeps what was typed", async ({ staff }) => {
  const page = await staff.page("editor", { javaScriptEnabled: false });
  const path = await newPost(page);
  await summary(page).fill("Typed without scripts.");
  await page.getByRole("button", { name: "Keep as a draft" }).click();
  await expect(page.getByText("Kept as your draft.")).toBeVisible();
  await expect(summary(page)).toHaveValue("Typed without scripts.");
  await page.goto(path);
  await expect(page.getByText(WAITS)).toBeVisible();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved. Public pages are up to date.")).toBeVisible();
  await expect(page.getByText(WAITS)).toHaveCount(0);
});
