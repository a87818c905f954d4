// A post that staff translate is read in the reader's language at once, and in its own again when that is taken back.
import { unique } from "../../support/unique";
import { expect, test, type Page } from "../../support/writing-test";

const saved = (page: Page) => expect(page.getByText("Saved. Public pages are up to date.")).toBeVisible();

/** Begins a post and fills what it needs to be public; gives its slug. */
async function begin(page: Page, title: string, language: "en" | "es"): Promise<string> {
  await page.goto("/admin/posts/new");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("Language").selectOption(language);
  await page.getByRole("button", { name: "Make a draft" }).click();
  await expect(page.getByText("Draft made.")).toBeVisible();
  await page.getByLabel("Summary").fill("Short.");
  await page.getByLabel("Text (Markdown)").fill("Words.");
  return page.getByLabel("Address on our site").inputValue();
}

async function press(page: Page, step: "Publish" | "Back to draft"): Promise<void> {
  await page.getByRole("button", { name: step }).click();
  await saved(page);
}

for (const scripts of [true, false]) {
  test(`a post is translated, and the translation taken back, ${scripts ? "with" : "without"} scripts`, async ({
    staff,
  }) => {
    const page = await staff.page("admin", { javaScriptEnabled: scripts });
    const [title, translated] = [`Original ${unique()}`, `Traducido ${unique()}`];
    const slug = await begin(page, title, "en");
    await press(page, "Publish");
    const originalEditor = page.url().split("?")[0] ?? "";
    // Kept in English now; it must be made anew.
    await page.goto(`/es/blog/${slug}`);

    const spanish = await begin(page, translated, "es");
    await page.getByLabel("Translation of").selectOption(title);
    await page.getByLabel("Tags").fill("heroína");
    await press(page, "Publish");
    await expect(page.getByLabel("Tags")).toHaveValue("Heroína");
    const editor = page.url().split("?")[0] ?? "";
    await page.goto(`/es/blog/${slug}`);
    await expect(page).toHaveURL(`/es/blog/${spanish}`);
    await page.getByRole("link", { name: title }).click();
    await expect(page).toHaveURL(`/blog/${slug}`);
    await page.goto(originalEditor);
    await expect(page.getByRole("link", { name: translated })).toHaveAttribute("href", new URL(editor).pathname);

    await page.goto(editor);
    await press(page, "Back to draft");
    await page.goto(`/es/blog/${slug}`);
    await expect(page).toHaveURL(`/es/blog/${slug}`);
    await expect(page.getByText("Este artículo está en inglés")).toBeVisible();
    await page.goto(`/blog/${slug}`);
    await expect(page.getByRole("link", { name: translated })).toHaveCount(0);

    // The blog is left as it was.
    await page.goto(originalEditor);
    await press(page, "Back to draft");
  });
}
