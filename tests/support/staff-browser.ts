import { expect, type APIRequestContext, type Browser, type BrowserContext, type Page } from "@playwright/test";
import { unique } from "./unique";

/** The first administrator of the site under test. */
export const ADMINISTRATOR = {
  email: process.env.ADMIN_EMAIL ?? "admin@example.org",
  password: process.env.ADMIN_PASSWORD ?? "",
};

export type Role = "admin" | "editor" | "outreach";
export type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

export async function signIn(page: Page, { email, password } = ADMINISTRATOR): Promise<void> {
  await page.goto("/admin/sign-in");
  await giveSignIn(page, { email, password });
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
}

/** Fills and sends the sign-in form that the page shows. */
export async function giveSignIn(page: Page, { email, password } = ADMINISTRATOR): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** What cannot be undone wants a sign-in of the last quarter of an hour; a slow run may take longer. */
const MAX_SIGN_IN_MS = 10 * 60_000;

/**
 * The staff of one worker: a member of each role, made and signed in when first asked for. Their pages are used again
 * from test to test, which spares signing in and a process for each.
 */
export class Staff {
  readonly #members = new Map<Role, typeof ADMINISTRATOR>([["admin", ADMINISTRATOR]]);
  readonly #states = new Map<Role, { since: number; state: Promise<State> }>();
  readonly #idle = new Map<string, Page[]>();
  #taken: { key: string; page: Page }[] = [];

  constructor(
    private readonly browser: Browser,
    private readonly baseURL: string | undefined,
  ) {}

  /** What a browser holds in which that member is signed in. */
  state(role: Role): Promise<State> {
    const signedIn = this.#states.get(role) ?? { since: Date.now(), state: this.#signedIn(role) };
    this.#states.set(role, signedIn);
    return signedIn.state;
  }

  /** A page of a browser in which that member is signed in; nobody else has it until the test's end. */
  async page(role: Role, { javaScriptEnabled = true } = {}): Promise<Page> {
    const key = `${role} ${javaScriptEnabled}`;
    await this.#signInAnew(role);
    const page =
      this.#idle.get(key)?.pop() ?? (await this.#newPage({ storageState: await this.state(role), javaScriptEnabled }));
    this.#taken.push({ key, page });
    return page;
  }

  /** Takes back what a test was given. */
  async release(): Promise<void> {
    for (const { key, page } of this.#taken) {
      page.removeAllListeners();
      for (const tab of page.context().pages()) if (tab !== page) await tab.close();
      this.#idle.set(key, [...(this.#idle.get(key) ?? []), page]);
    }
    this.#taken = [];
  }

  /** Drops the pages of a sign-in that may soon be too old; not those that a test has. */
  async #signInAnew(role: Role): Promise<void> {
    const isTaken = this.#taken.some(({ key }) => key.startsWith(`${role} `));
    if (isTaken || Date.now() - (this.#states.get(role)?.since ?? Infinity) < MAX_SIGN_IN_MS) return;
    this.#states.delete(role);
    for (const scripts of [true, false]) {
      const key = `${role} ${scripts}`;
      for (const page of this.#idle.get(key) ?? []) await page.context().close();
      this.#idle.delete(key);
    }
  }

  async #signedIn(role: Role): Promise<State> {
    const who = this.#members.get(role) ?? (await this.#newMember(role));
    this.#members.set(role, who);
    const page = await this.#newPage({});
    await signIn(page, who);
    const state = await page.context().storageState();
    await page.context().close();
    return state;
  }

  /** Made by the administrator on the page for it. */
  async #newMember(role: Role): Promise<typeof ADMINISTRATOR> {
    const page = await this.page("admin");
    const email = `${role}-${unique()}@example.org`;
    await page.goto("/admin/people");
    await page.getByLabel("Name", { exact: true }).fill(`Test ${role}`);
    await page.getByLabel("E-mail", { exact: true }).fill(email);
    await page.getByLabel("Role", { exact: true }).selectOption(role);
    await page.getByRole("button", { name: "Add a person" }).click();
    const password = (await page.getByText(/^[a-z0-9]{5}(-[a-z0-9]{5}){3}$/).textContent()) ?? "";
    return { email, password };
  }

  async #newPage(options: { storageState?: State; javaScriptEnabled?: boolean }): Promise<Page> {
    const context = await this.browser.newContext({ baseURL: this.baseURL, ...options });
    return context.newPage();
  }
}

/** The status of a page and where it leads, without following. */
export async function answerOf(request: APIRequestContext, path: string): Promise<string> {
  const answer = await request.get(path, { maxRedirects: 0 });
  const location = answer.headers()["location"];
  // A kept redirect states its URL twice.
  const target = location?.split(", ")[0];
  return target ? `${answer.status()} ${new URL(target, "http://x").pathname}` : String(answer.status());
}
