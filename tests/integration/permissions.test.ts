// Who may do what: every admin page, every exported action and every route handler, found on disk, has a line in the matrix.
import { readFileSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { ZodError } from "zod";
import { system } from "@/lib/audit/actor";
import { reportCorrection } from "@/lib/corrections/mutations";
import { createPost } from "@/lib/posts/mutations";
import { db } from "@/lib/server/db";
import { signInAction } from "@/lib/staff/actions";
import { addStaffMember, ensureFirstAdministrator } from "@/lib/staff/mutations";
import { STAFF_ROLES, type StaffRole } from "@/lib/staff/types";
import { formSender, staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { ACTIONS, ENDS_SESSION, PAGES, ROUTES, type Gate } from "../support/permission-matrix";
import { browser, formOf, outcomeOf } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase({ seeded: true });

type Actor = "nobody" | StaffRole;
const ACTORS: Actor[] = ["nobody", ...STAFF_ROLES];
const cookiesOf = new Map<Actor, Map<string, string>>();

beforeAll(async () => {
  process.env.__NEXT_EXPERIMENTAL_AUTH_INTERRUPTS = "true";
  await db.staffMember.deleteMany();
  const administrator = { email: "admin@example.org", password: "correct horse battery" };
  await ensureFirstAdministrator(system("administrator"), administrator);
  passwords.set("admin", administrator.password);
  for (const role of ["editor", "outreach"] as const) {
    const added = await addStaffMember(staffSession(), { name: role, email: `${role}@example.org`, role });
    passwords.set(role, added?.password ?? "");
  }
  for (const role of STAFF_ROLES) await signIn(role);
});

const passwords = new Map<StaffRole, string>();

async function signIn(role: StaffRole): Promise<void> {
  browser.forget();
  const form = formOf({ email: `${role}@example.org`, password: passwords.get(role) ?? "", next: "/admin" });
  expect(await outcomeOf(() => signInAction(null, form))).toEqual({ redirect: "/admin" });
  cookiesOf.set(role, new Map(browser.cookies));
}

function become(actor: Actor): void {
  browser.forget();
  for (const [name, value] of cookiesOf.get(actor) ?? []) browser.cookies.set(name, value);
}

/** What a gate must answer an actor. */
function expected(gate: Gate, actor: Actor): "passes" | "must sign in" | "is forbidden" {
  if (gate === "open") return "passes";
  if (actor === "nobody") return "must sign in";
  return gate === "staff" || gate === actor || actor === "admin" ? "passes" : "is forbidden";
}

/** What came of it, told apart only by the gate: whatever happens behind it counts as passing. */
async function observed(act: () => Promise<unknown>, mayLeadToSignIn = false) {
  try {
    const outcome = await outcomeOf(act);
    if ("forbidden" in outcome) return "is forbidden";
    if ("redirect" in outcome && outcome.redirect === "/admin/sign-in" && !mayLeadToSignIn) return "must sign in";
    return "passes";
  } catch (error) {
    const isMissing = error instanceof Error && "digest" in error && String(error.digest).endsWith(";404");
    if (isMissing || error instanceof ZodError) return "passes";
    throw error;
  }
}

const cells = (gates: Record<string, Gate>) =>
  Object.entries(gates).flatMap(([name, gate]) =>
    ACTORS.map((actor) => ({ name, actor, gate, expectation: expected(gate, actor) })),
  );
const found = (pattern: string) => globSync(pattern, { dot: true }).toSorted();

describe("pages", () => {
  test("every admin page is in the matrix", () => {
    expect(found("app/admin/**/page.tsx")).toEqual(Object.keys(PAGES).toSorted());
  });

  let ids: Record<string, string> = {};
  beforeAll(async () => {
    const listing = await db.listing.findFirstOrThrow({ select: { id: true } });
    await reportCorrection(formSender(), {
      input: {
        topic: "other",
        wrong: "A word",
        grounds: "other",
        right: undefined,
        evidence: undefined,
        email: undefined,
      },
      listingId: listing.id,
      locale: "en",
      spam: "clear",
    });
    const correction = await db.correction.findFirstOrThrow({ select: { id: true } });
    const operator = await db.operator.findFirstOrThrow({ select: { id: true } });
    ids = {
      listings: listing.id,
      corrections: correction.id,
      operators: operator.id,
      posts: await createPost(staffSession(), { title: "A post", locale: "en" }),
    };
  });

  test.each(cells(PAGES))("$name: $actor $expectation", async ({ name, actor, expectation }) => {
    become(actor);
    const { default: page } = (await import(path.resolve(name))) as { default: (props: object) => Promise<unknown> };
    const params = { id: ids[name.split("/")[2] ?? ""] ?? "nothing", key: "teamContact" };
    const props = { params: Promise.resolve(params), searchParams: Promise.resolve({}) };
    expect(await observed(() => page(props))).toBe(expectation);
  });
});

describe("actions", () => {
  const files = found("lib/*/actions.ts");
  const nounOf = (file: string) => file.split(path.sep)[1] ?? "";

  test("every exported action is in the matrix", async () => {
    const exported: string[] = [];
    for (const file of files) {
      const actions = (await import(path.resolve(file))) as Record<string, unknown>;
      exported.push(...Object.keys(actions).map((name) => `${nounOf(file)}/${name}`));
    }
    expect(exported.toSorted()).toEqual(Object.keys(ACTIONS).toSorted());
  });

  test("every action lives in an actions file", () => {
    const others = found("{app,components,lib}/**/*.{ts,tsx}").filter((file) => !file.endsWith("/actions.ts"));
    expect(others.filter((file) => /["']use server["']/.test(readFileSync(file, "utf8")))).toEqual([]);
  });

  describe("as themselves", () => {
    let before: number;
    beforeEach(async () => {
      before = await db.auditEvent.count();
    });

    test.each(cells(ACTIONS).filter(({ gate }) => gate !== "open"))(
      "$name: $actor $expectation",
      async ({ name, actor, expectation }) => {
        become(actor);
        const [noun = "", exported = ""] = name.split("/");
        const actions = (await import(path.resolve(`lib/${noun}/actions.ts`))) as Record<
          string,
          (...args: unknown[]) => Promise<unknown>
        >;
        const action = actions[exported]!;
        const form = new FormData();
        const act = () => (action.length === 1 ? action(form) : action(null, form));
        const endsSession = actor !== "nobody" && ENDS_SESSION.has(name);
        expect(await observed(act, endsSession)).toBe(expectation);
        const written = (await db.auditEvent.count()) - before;
        expect(expectation === "passes" || written === 0).toBe(true);
        if (endsSession) await signIn(actor);
      },
    );
  });
});

describe("route handlers", () => {
  test("every one is in the matrix, none is open that is not listed so, and better-auth's own are not mounted", () => {
    expect(found("app/**/route.{ts,tsx}")).toEqual(Object.keys(ROUTES).toSorted());
    expect(Object.keys(ROUTES).filter((file) => file.includes("auth"))).toEqual([]);
  });

  test.each(cells(ROUTES).filter(({ gate }) => gate !== "open"))(
    "$name: $actor $expectation",
    async ({ name, actor, expectation }) => {
      become(actor);
      type Handler = (request: Request) => Promise<Response>;
      const { GET, POST } = (await import(path.resolve(name))) as { GET?: Handler; POST?: Handler };
      const url = "https://example.org/admin";
      const act = () => (GET ? GET(new Request(url)) : POST!(new Request(url, { method: "POST" })));
      expect(await observed(act)).toBe(expectation);
    },
  );
});
