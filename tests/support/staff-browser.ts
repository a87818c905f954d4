import { expect, type APIRequestContext, type Browser, type BrowserContext, type Page } from "@playwright/test";

/** The first administrator of the site under test. */
export const ADMINISTRATOR = {
  email: process.env.ADMIN_EMAIL ?? "admin@example.org",
  password: process.env.ADMIN_PASSWORD ?? "",
};

export async function signIn(page: Page, { email, password } = ADMINISTRATOR): Promise<void> {
  await page.goto("/admin/sign-in");
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

export type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** Signs in once; hand the state to many contexts, because sign-ins are counted. */
export async function signedIn(browser: Browser, who = ADMINISTRATOR): Promise<State> {
  const context = await browser.newContext();
  await signIn(await context.newPage(), who);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** A new member of that role, made by the administrator on the page for it. */
export async function newMember(browser: Browser, administrator: State, role: "Editor" | "Outreach") {
  const context = await browser.newContext({ storageState: administrator });
  const page = await context.newPage();
  const email = `${role.toLowerCase()}-${Date.now()}@example.org`;
  await page.goto("/admin/people");
  await page.getByLabel("Name", { exact: true }).fill(`Test ${role}`);
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByLabel("Role", { exact: true }).selectOption({ label: role });
  await page.getByRole("button", { name: "Add a person" }).click();
  const password = (await page.getByText(/^[a-z0-9]{5}(-[a-z0-9]{5}){3}$/).textContent()) ?? "";
  await context.close();
  return { email, password };
}

/** The status of a page and where it leads, without following. */
export async function answerOf(request: APIRequestContext, path: string): Promise<string> {
  const answer = await request.get(path, { maxRedirects: 0 });
  const location = answer.headers()["location"];
  // A kept redirect states its address twice.
  const target = location?.split(", ")[0];
  return target ? `${answer.status()} ${new URL(target, "http://x").pathname}` : String(answer.status());
}
