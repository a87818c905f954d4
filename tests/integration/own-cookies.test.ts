import { beforeEach, describe, expect, test, vi } from "vitest";
import { testDatabase } from "../support/database";

interface Given {
  name: string;
  path?: string;
  secure?: boolean;
  httpOnly?: boolean;
  sameSite?: unknown;
  domain?: string;
}

/** Everything that the browser was given, whoever gave it. */
const browser = vi.hoisted(() => ({ given: [] as Given[], cookies: new Map<string, string>() }));
vi.mock("next/headers", () => ({
  headers: () => {
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ");
    return Promise.resolve(new Headers({ cookie, "x-socket-ip": "203.0.113.61" }));
  },
  cookies: () =>
    Promise.resolve({
      get: (name: string) => (browser.cookies.has(name) ? { value: browser.cookies.get(name) } : undefined),
      set: (name: string, value: string, options: Omit<Given, "name">) => {
        browser.given.push({ ...options, name });
        browser.cookies.set(name, value);
      },
    }),
}));

testDatabase();
beforeEach(() => {
  browser.given = [];
  browser.cookies.clear();
});

/** The product's modules, on a site of this URL. */
async function siteAt(url: string) {
  process.env.SITE_URL = url;
  vi.resetModules();
  const [actions, mutations, handover, { system }, support] = await Promise.all([
    import("@/lib/staff/actions"),
    import("@/lib/staff/mutations"),
    import("@/lib/inquiries/receipt-handover"),
    import("@/lib/audit/actor"),
    import("../support/staff-request"),
  ]);
  return { ...actions, ...mutations, ...handover, ...support, system };
}

const ADMINISTRATOR = { email: "admin@example.org", password: "correct horse battery" };

/** What gives cookies, with all the names that the browser has then. */
const GIVERS: [what: string, give: (site: Awaited<ReturnType<typeof siteAt>>) => Promise<unknown>, names: string[]][] =
  [
    [
      "signing in and out",
      async ({ ensureFirstAdministrator, system, outcomeOf, signInAction, signOutAction, formOf }) => {
        await ensureFirstAdministrator(system("administrator"), ADMINISTRATOR);
        await outcomeOf(() => signInAction(null, formOf({ ...ADMINISTRATOR, next: "/admin" })));
        await outcomeOf(() => signOutAction());
      },
      ["staff", "staff-browser"],
    ],
    [
      "a sent inquiry",
      ({ handOverReceipt }) => handOverReceipt("es", { reference: "BHR-222222", isOwn: true }),
      ["sent-BHR-222222"],
    ],
  ];
const SITES = [
  ["https://example.org", "__Host-", true],
  ["http://localhost:3000", "", false],
] as const;
const MATRIX = SITES.flatMap(([url, prefix, isSecure]) =>
  GIVERS.map(([what, give, names]) => ({ url, prefix, isSecure, what, give, names })),
);

describe.each(MATRIX)("$url, $what", ({ url, prefix, isSecure, give, names }) => {
  test("every cookie is of this site alone, as far as its URL allows, and out of reach of scripts", async () => {
    await give(await siteAt(url));
    const given = browser.given;
    expect([...new Set(given.map(({ name }) => name))].toSorted()).toEqual(names.map((name) => prefix + name));
    expect(given.filter(({ domain, httpOnly, secure }) => domain || !httpOnly || secure !== isSecure)).toEqual([]);
    expect(given.filter(({ path }) => isSecure && path !== "/")).toEqual([]);
    expect(given.filter(({ path, sameSite }) => !path || !["lax", "strict"].includes(String(sameSite)))).toEqual([]);
  });
});
