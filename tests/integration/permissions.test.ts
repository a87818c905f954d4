// Who may do what: every admin page, every exported action and every route handler, found on disk, has a line here.
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
import { browser, formOf, outcomeOf } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase({ seeded: true });

/** `open` to anyone, `staff` to every signed-in member, else that role and administrators. */
type Gate = "open" | "staff" | StaffRole;

const PAGES: Record<string, Gate> = {
  "app/admin/page.tsx": "staff",
  "app/admin/sign-in/page.tsx": "open",
  "app/admin/account/page.tsx": "staff",
  "app/admin/audit/page.tsx": "admin",
  "app/admin/backups/page.tsx": "admin",
  "app/admin/corrections/page.tsx": "editor",
  "app/admin/corrections/[id]/page.tsx": "editor",
  "app/admin/inquiries/page.tsx": "outreach",
  "app/admin/inquiries/[id]/page.tsx": "outreach",
  "app/admin/inquiries/[id]/erasure/page.tsx": "outreach",
  "app/admin/inquiries/[id]/withdrawal/page.tsx": "outreach",
  "app/admin/listings/page.tsx": "editor",
  "app/admin/listings/[id]/page.tsx": "editor",
  "app/admin/mails/page.tsx": "outreach",
  "app/admin/operators/page.tsx": "editor",
  "app/admin/operators/[id]/page.tsx": "editor",
  "app/admin/people/page.tsx": "admin",
  "app/admin/posts/page.tsx": "editor",
  "app/admin/posts/new/page.tsx": "editor",
  "app/admin/posts/[id]/page.tsx": "editor",
  "app/admin/posts/[id]/preview/page.tsx": "editor",
  "app/admin/rankings/page.tsx": "editor",
  "app/admin/rankings/methods/[version]/page.tsx": "editor",
  "app/admin/rankings/methods/[version]/[part]/page.tsx": "editor",
  "app/admin/rankings/methods/[version]/preview/page.tsx": "editor",
  "app/admin/duplicates/page.tsx": "editor",
  "app/admin/sources/page.tsx": "editor",
  "app/admin/settings/page.tsx": "admin",
  "app/admin/settings/[key]/page.tsx": "admin",
};

const ACTIONS: Record<string, Gate> = {
  "backups/releaseHeldMailsAction": "admin",
  "backups/dropHeldMailsAction": "admin",
  "corrections/reportCorrectionAction": "open",
  "corrections/decideCorrectionAction": "editor",
  "inquiries/submitInquiryAction": "open",
  "desk/workInquiryAction": "outreach",
  "desk/addNoteAction": "outreach",
  "desk/eraseForPersonAction": "outreach",
  "desk/withdrawForPersonAction": "outreach",
  "desk/searchInquiriesAction": "outreach",
  "interests/declareInterestAction": "staff",
  "interests/endInterestAction": "admin",
  // The receipt's token is the authority; receipts.test.ts.
  "receipts/withdrawAction": "open",
  "receipts/narrowAction": "open",
  "receipts/eraseAction": "open",
  "receipts/copyAction": "open",
  "listings/saveListingAction": "editor",
  "listings/checkFactAction": "editor",
  "listings/retractCheckAction": "editor",
  "listings/noteLicenseAction": "editor",
  "outreach/retryMailsAction": "outreach",
  "outreach/saveNeedsAction": "outreach",
  "outreach/recordOutreachAction": "outreach",
  "outreach/previewMailAction": "outreach",
  "outreach/mailPlaceAction": "outreach",
  "outreach/noteOutcomeAction": "outreach",
  "methods/startDraftAction": "editor",
  "methods/saveWeightsAction": "editor",
  "methods/saveWordsAction": "editor",
  "duplicates/decideDuplicateAction": "editor",
  "operators/saveOperatorAction": "editor",
  "operators/giveListingAction": "editor",
  "operators/releaseListingAction": "editor",
  "operators/mergeOperatorsAction": "editor",
  "operators/takeOutNameAction": "editor",
  "posts/createPostAction": "editor",
  "posts/savePostAction": "editor",
  "rankings/judgeAnewAction": "editor",
  "rankings/publishEditionAction": "editor",
  "settings/saveCrisisNumbersAction": "admin",
  "settings/saveTeamContactAction": "admin",
  "settings/saveFooterCreditsAction": "admin",
  "settings/saveProfilesAction": "admin",
  "settings/saveOwnershipAction": "admin",
  "staff/signInAction": "open",
  "staff/signOutAction": "open",
  "staff/forgetFormsAction": "staff",
  "staff/readTriesAction": "staff",
  "staff/signOutEverywhereAction": "staff",
  "staff/changePasswordAction": "staff",
  "staff/addMemberAction": "admin",
  "staff/changeRoleAction": "admin",
  "staff/removeMemberAction": "admin",
  "staff/resetPasswordAction": "admin",
};

/** Leads to the sign-in page when it succeeds, too. */
const ENDS_SESSION = new Set(["staff/signOutEverywhereAction", "staff/signOutAction"]);

const ROUTES: Record<string, Gate> = {
  "app/.well-known/security.txt/route.ts": "open",
  "app/[locale]/(reading)/blog/feed.json/route.ts": "open",
  "app/[locale]/(reading)/blog/feed.xml/route.ts": "open",
  "app/llms.txt/route.ts": "open",
  // Plain forms of the receipt: its token is the authority.
  "app/[locale]/(tools)/inquiry/[token]/copy/route.ts": "open",
  "app/[locale]/(tools)/inquiry/[token]/erasure/route.ts": "open",
  "app/[locale]/(tools)/inquiry/[token]/narrowing/route.ts": "open",
  "app/[locale]/(tools)/inquiry/[token]/withdrawal/route.ts": "open",
  "app/api/[...missing]/route.ts": "open",
  "app/api/health/route.ts": "open",
  // Its own token, not a staff session; mail-delivery.test.ts.
  "app/api/metrics/route.ts": "open",
  "app/api/ready/route.ts": "open",
  "app/api/search-count/[locale]/route.ts": "open",
  "app/api/v1/[...missing]/route.ts": "open",
  "app/api/v1/hsds/[resource]/[id]/route.ts": "open",
  "app/api/v1/hsds/[resource]/route.ts": "open",
  "app/api/v1/hsds/hsds.zip/route.ts": "open",
  "app/api/v1/hsds/profile/[file]/route.ts": "open",
  "app/api/v1/hsds/profile/route.ts": "open",
  "app/api/v1/hsds/route.ts": "open",
  "app/api/v1/listings/route.ts": "open",
  "app/api/v1/openapi.json/route.ts": "open",
  "app/api/v1/rankings/[area]/editions/[number]/route.ts": "open",
  "app/api/v1/rankings/[area]/editions/route.ts": "open",
  "app/api/v1/rankings/[area]/route.ts": "open",
  "app/api/v1/rankings/methods/[version]/route.ts": "open",
  "app/api/v1/route.ts": "open",
};

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
});
