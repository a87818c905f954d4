// What staff change, the public sees at once.
import type { APIRequestContext } from "@playwright/test";
import { untilHydrated } from "../../support/page-watch";
import { answerOf } from "../../support/staff-browser";
import { unique } from "../../support/unique";
import { expect, test, type Page } from "../../support/writing-test";

/** Opens the editor of a published listing by the search of the table; gives its URL on the site. */
async function openListing(page: Page, words: string): Promise<string> {
  await page.goto(`/admin/listings?status=published&q=${encodeURIComponent(words)}`);
  await page.locator("tbody a").first().click();
  return page.getByLabel("Address on our site").inputValue();
}

/** The pages of a ranked list, and of what it leaves out, that lead to a place. */
async function listPagesOf(request: APIRequestContext, path: string, slug: string): Promise<string[]> {
  const found: string[] = [];
  const isOwnFirst = path.includes("/kinds/") || path.startsWith("/map/");
  const lists = isOwnFirst ? [`${path}/page`] : [`${path}/page`, `${path}/not-ranked/page`];
  for (const list of lists)
    for (let page = 1; ; page++) {
      // The first page of a kind is the kind's own, and of an area the area's.
      const url = page === 1 && isOwnFirst ? path : `${list}/${page}`;
      const response = await request.get(url);
      if (response.status() !== 200) break;
      if ((await response.text()).includes(`"/listings/${slug}"`)) found.push(url);
    }
  return found;
}

const save = (page: Page) => page.getByRole("button", { name: "Save", exact: true }).click();
const saved = (page: Page) => expect(page.getByText("Saved. Public pages are up to date.")).toBeVisible();

for (const scripts of [true, false]) {
  test.describe(scripts ? "with scripts" : "without scripts", () => {
    test("a listing's new name is on its public page at once, in both languages", async ({ staff }) => {
      const page = await staff.page("admin", { javaScriptEnabled: scripts });
      const slug = await openListing(page, scripts ? "Tarzana" : "Matrix");
      const editor = page.url();
      const old = await page.getByLabel("Name", { exact: true }).inputValue();
      const name = `${old} (renamed ${unique()})`;
      for (const path of [`/listings/${slug}`, `/es/listings/${slug}`]) await page.goto(path);
      await page.goto(editor);
      await page.getByLabel("Name", { exact: true }).fill(name);
      await save(page);
      await saved(page);
      for (const path of [`/listings/${slug}`, `/es/listings/${slug}`]) {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
      }
      await page.goto(editor);
      await page.getByLabel("Name", { exact: true }).fill(old);
      await save(page);
      await saved(page);
    });

    test("what is wrong is said at its field, and nothing typed is lost", async ({ staff }) => {
      const page = await staff.page("admin", { javaScriptEnabled: scripts });
      await openListing(page, "Los Angeles");
      await page.getByLabel("ZIP code").fill("9001");
      await page.getByLabel("City").fill("A city that must not be lost");
      await page.getByLabel("Kind of care").selectOption("hospital");
      await save(page);
      await expect(page.getByRole("link", { name: "Enter the ZIP code as five digits." })).toHaveAttribute(
        "href",
        "#zip",
      );
      await expect(page.getByLabel("ZIP code")).toHaveValue("9001");
      await expect(page.getByLabel("City")).toHaveValue("A city that must not be lost");
      await expect(page.getByLabel("Kind of care")).toHaveValue("hospital");
    });

    test("of two editors the second sees both sides and decides", async ({ staff }) => {
      const first = await staff.page("admin", { javaScriptEnabled: scripts });
      const second = await first.context().newPage();
      const words = scripts ? "Clinica" : "Phoenix";
      await openListing(first, words);
      await second.goto(first.url());
      // A tab behind another may draw nothing, and a click waits until its button stands still.
      await first.bringToFront();
      const unit = await first.getByLabel("Program, branch or site").inputValue();
      await first.getByLabel("Program, branch or site").fill(`First ${unique()}`);
      await save(first);
      await saved(first);
      await second.bringToFront();
      await second.getByLabel("Suite or floor").fill("Suite 9");
      await second.getByLabel("Program, branch or site").fill("Second");
      await save(second);
      await expect(second.getByText("Somebody else saved this after you opened it").first()).toBeVisible();
      await expect(second.getByRole("row", { name: /Program, branch or site/ })).toContainText("First");
      await expect(second.getByRole("row", { name: /Program, branch or site/ })).toContainText("Second");
      await expect(second.getByLabel("Suite or floor")).toHaveValue("Suite 9");
      await second.getByLabel("Suite or floor").fill("");
      await second.getByLabel("Program, branch or site").fill(unit);
      await save(second);
      await saved(second);
    });
  });
}

test("what staff typed before the scripts arrived stays, in a box of several lines too", async ({ staff }) => {
  const page = await staff.page("admin");
  await openListing(page, "Glendale");
  const editor = page.url();
  const phones = page.getByLabel("Intake phones");
  const before = await phones.inputValue();
  await phones.fill("213-555-0100");
  await save(page);
  await saved(page);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/_next/static/**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(editor, { waitUntil: "commit" });
  await phones.fill("213-555-0111");
  release();
  await untilHydrated(page);
  await page.unrouteAll();
  await expect(phones).toHaveValue("213-555-0111");
  await phones.fill(before);
  await save(page);
  await saved(page);
});

test("a listing's old URL leads to its new one", async ({ staff, request }) => {
  const page = await staff.page("admin");
  const slug = await openListing(page, "Hollywood");
  const editor = page.url();
  const answer = () => answerOf(request, `/listings/${slug}`);
  expect(await answer()).toBe("200");
  await page.getByLabel("Address on our site").fill(`${slug}-moved`);
  await save(page);
  await saved(page);
  expect(await answer()).toMatch(new RegExp(`^30[78] /listings/${slug}-moved$`));
  await page.goto(editor);
  await page.getByLabel("Address on our site").fill(slug);
  await save(page);
  await saved(page);
  expect(await answer()).toBe("200");
  expect(await answerOf(request, `/listings/${slug}-moved`)).toMatch(new RegExp(`^30[78] /listings/${slug}$`));
});

test("an archived listing says that it is gone, and comes back when the archiving is undone", async ({
  staff,
  request,
}) => {
  const page = await staff.page("admin");
  const slug = await openListing(page, "Hollywood");
  const answer = () => answerOf(request, `/listings/${slug}`);
  const isListed = async () => (await listPagesOf(request, "/rankings/editions/1", slug)).length > 0;
  expect(await answer()).toBe("200");
  expect(await isListed()).toBe(true);
  await page.getByRole("button", { name: "Archive" }).click();
  await saved(page);
  expect(await answer()).toBe("410");
  expect(await isListed()).toBe(false);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Taken back: it is again as it was before.")).toBeVisible();
  expect(await answer()).toBe("200");
  expect(await isListed()).toBe(true);
});

test("a place that closed and was renamed is so at once on every kept page, and cannot be asked any more", async ({
  staff,
  request,
}) => {
  const page = await staff.page("admin");
  const slug = await openListing(page, "Torrance");
  const editor = page.url();
  const kind = (await page.getByLabel("Kind of care").inputValue()).replaceAll("_", "-");
  const ranked = ["/rankings", "/rankings/editions/1", `/rankings/kinds/${kind}`];
  const mapped = ["/map", `/map/kinds/${kind}`].map((map) => `${map}/south-bay-and-south-los-angeles`);
  const [lists, maps] = await Promise.all(
    [ranked, mapped].map(async (paths) =>
      (await Promise.all(paths.map((path) => listPagesOf(request, path, slug)))).flat(),
    ),
  );
  expect(maps).toHaveLength(mapped.length);
  const naming = [...lists!, ...maps!];
  const pages = [...naming, ...naming.map((path) => `/es${path}`), `/listings/${slug}`, `/es/listings/${slug}`];
  const name = page.getByLabel("Name", { exact: true });
  const old = await name.inputValue();
  const renamed = `Renamed ${unique()}`;
  /** Which of the pages print a name for the place. */
  const printing = async (words: string) => {
    const texts = await Promise.all(pages.map(async (path) => (await request.get(path)).text()));
    return pages.filter((_, at) => texts[at]?.includes(words));
  };
  /** Which of the pages mark the place. */
  const marking = async () => {
    const marks = new RegExp(
      `/listings/${slug}"[^>]*>[^<]*(?:<span[^>]*>[^<]*</span>)?</a><strong[^>]*> \\((closed|cerrado)\\)|<h1[^>]*>[^<]*\\((closed|cerrado)\\)`,
    );
    const texts = await Promise.all(pages.map(async (path) => (await request.get(path)).text()));
    return pages.filter((_, at) => marks.test((texts[at] ?? "").replaceAll("<!-- -->", "")));
  };
  expect([await printing(renamed), await marking()]).toEqual([[], []]);
  await name.fill(renamed);
  await page.getByLabel("Closed on").fill("2026-11-20");
  await page.getByLabel("What happened, and how we know").fill("Its door is locked.");
  await save(page);
  await saved(page);
  expect([await printing(renamed), await marking()]).toEqual([pages, pages]);
  await page.goto(`/contact?place=${slug}`);
  await expect(page.getByText("is closed. Nobody can be asked there.")).toBeVisible();
  await expect(page.getByText("Which places may we contact for you?")).toHaveCount(0);
  await page.goto(editor);
  await name.fill(old);
  await page.getByLabel("Closed on").fill("");
  await page.getByLabel("What happened, and how we know").fill("");
  await save(page);
  await saved(page);
  expect(await marking()).toEqual([]);
});

test("a staff check shows on the public page with its source", async ({ staff }) => {
  const page = await staff.page("admin");
  const slug = await openListing(page, "Pasadena");
  await page.goto(page.url());
  await page.getByLabel("What did you check?").selectOption("NOE");
  await page.getByLabel("Answer", { exact: true }).selectOption("no");
  await page.getByLabel("How do we know?").fill("Their intake told us by phone.");
  await page.getByRole("button", { name: "Record" }).click();
  await expect(page.getByText("Fact recorded.")).toBeVisible();
  await page.goto(`/listings/${slug}`);
  await expect(page.getByText(/Our check/).first()).toBeAttached();
});

test("staff note why a license with a place's name is not its own", async ({ staff }) => {
  const page = await staff.page("editor", { javaScriptEnabled: false });
  // Its phone number: the state's list has a place of the same name elsewhere.
  await openListing(page, "626-398-3897");
  const license = page.getByRole("listitem").filter({ hasText: "190732BP" });
  await license.getByText("Note why it is not this place’s").click();
  await license.getByRole("button", { name: "Save the note" }).click();
  await expect(page.getByText("Say why it is not this place’s license.")).toBeVisible();
  const words = `It moved (${unique()}).`;
  await license.getByLabel("Why it is not this place’s license").fill(words);
  await license.getByLabel("How do we know?").fill("They said so on the phone.");
  await license.getByRole("button", { name: "Save the note" }).click();
  await expect(page.getByText("Note added.")).toBeVisible();
  await expect(license.getByText(words)).toBeVisible();
});

test("a post is written, previewed, published, and taken back", async ({ staff }) => {
  const page = await staff.page("admin");
  const title = `A post of the test ${unique()}`;
  await page.goto("/admin/posts/new");
  await page.getByLabel("Title").fill(title);
  await page.getByRole("button", { name: "Make a draft" }).click();
  await expect(page.getByText("Draft made.")).toBeVisible();
  const editor = page.url().split("?")[0] ?? "";
  const slug = await page.getByLabel("Address on our site").inputValue();
  expect((await page.goto(`/blog/${slug}`))?.status()).toBe(404);
  await page.goto("/blog");
  await page.goto(editor);
  await page.getByLabel("Summary").fill("What the test is about.");
  await page.getByLabel("Text (Markdown)").fill("## Section\n\nWords.");
  await page.getByLabel("Tags").fill("Heroin");
  await save(page);
  await saved(page);
  await page.getByRole("link", { name: "Preview" }).click();
  await expect(page.getByRole("heading", { name: "Section" })).toBeVisible();
  await page.goto(editor);
  await page.getByLabel("Text (Markdown)").fill("## Section\n\nWords typed before the button.");
  await page.getByRole("button", { name: "Publish" }).click();
  await saved(page);
  await page.goto("/blog");
  await expect(page.getByRole("link", { name: title }).first()).toBeVisible();
  await page.goto(`/blog/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  await expect(page.getByText("Words typed before the button.")).toBeVisible();
  // Nobody has translated it, and the page in Spanish says so.
  await page.goto(`/es/blog/${slug}`);
  await expect(page.getByText("Este artículo está en inglés")).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByRole("heading", { level: 1 })).toHaveAttribute("lang", "en");
  await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", new RegExp(`[^s]/blog/${slug}$`));
  await page.goto("/es/blog");
  await expect(page.getByRole("article").filter({ hasText: title })).toContainText("en inglés");
  await page.goto(editor);
  await page.getByRole("button", { name: "Back to draft" }).click();
  await saved(page);
  expect((await page.goto(`/blog/${slug}`))?.status()).toBe(404);
  await page.goto("/blog");
  await expect(page.getByRole("link", { name: title })).toHaveCount(0);
});
