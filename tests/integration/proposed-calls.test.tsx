// Whoever may not change listings hands in what a place told them; nothing of it counts before an editor accepts it.
import { randomUUID } from "node:crypto";
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { CallSaid } from "@/components/admin/calls/said";
import { countProposedCalls, listOwnCalls, listProposedCalls } from "@/lib/calls/admin-queries";
import { acceptCall, proposeCall, recordCall, refuseCall } from "@/lib/calls/mutations";
import { callDecisionSchema, type Call } from "@/lib/calls/schema";
import { declareInterest } from "@/lib/interests/mutations";
import { getListing } from "@/lib/listings/admin-queries";
import { db } from "@/lib/server/db";
import { parseForm } from "@/lib/shared/form-data";
import { LOCALES } from "@/lib/shared/i18n";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { newListing } from "../support/inquiry";
import { recordOf } from "../support/place-record";

testDatabase();

const editor = staffSession({ staffId: "editor", role: "editor" });
const caller = staffSession({ staffId: "caller", role: "outreach" });
let call: Call;
let slug: string;

beforeAll(async () => {
  for (const { staffId: id, name, role } of [editor, caller])
    await db.staffMember.create({ data: { id, name, role, email: `${id}@example.org` } });
});

beforeEach(async () => {
  await db.proposedCall.deleteMany();
  slug = `place-${randomUUID()}`;
  call = {
    id: await newListing({ slug }),
    evidence: "Front desk, by phone",
    asOf: "2026-11-20",
    answers: [
      { attribute: "MD", value: "no" },
      { attribute: "SP", value: "yes" },
    ],
    admissions: ["wait.week"],
  };
});

const waiting = () => listProposedCalls(editor);
const hand = async () => {
  await proposeCall(caller, call);
  return (await waiting()).at(-1)!.id;
};

test("is kept once however often the button was pressed, and changes nothing of the place", async () => {
  const before = await recordOf(call.id);
  expect(await Promise.all([proposeCall(caller, call, "press"), proposeCall(caller, call, "press")])).toEqual([
    true,
    true,
  ]);
  expect(await countProposedCalls(editor)).toBe(1);
  const after = await recordOf(call.id);
  expect({ ...after, calls: [], events: 0 }).toEqual({ ...before, calls: [], events: 0 });
  expect(await proposeCall(caller, { ...call, id: randomUUID() })).toBe(false);
});

test("with a fact that our code book has no longer is shown and decided without it", async () => {
  const id = await hand();
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`UPDATE "ProposedCall" SET "facts" = '[{"attribute":"GONE","value":"yes"},{"attribute":"SP","value":"yes"}]'`,
  ]);
  expect((await waiting()).map(({ answers }) => answers)).toEqual([[{ attribute: "SP", value: "yes" }]]);
  expect(await acceptCall(editor, id)).toMatchObject({ outcome: "decided" });
});

test("stands before who decides beside what our records say", async () => {
  await recordCall(editor, {
    ...call,
    asOf: "2026-11-10",
    answers: [{ attribute: "MD", value: "yes" }],
    admissions: ["wait.month"],
  });
  await hand();
  const [shown] = await waiting();
  expect(shown).toMatchObject({ answers: call.answers, admissions: ["wait.week"], isLeftToOthers: false });
  for (const locale of LOCALES) {
    const known = { facts: shown!.known, admissions: shown!.knownAdmissions };
    const text = renderToStaticMarkup(<CallSaid locale={locale} call={shown!} known={known} />);
    expect(text).toMatch(locale === "en" ? /Our records: Yes.*Our records: not known/ : /Nuestros registros: Sí/);
    expect(text).toContain(locale === "en" ? "Our records: up to a month" : "Nuestros registros: hasta un mes");
  }
});

test("is accepted once, as checks of whoever called, and the audit says who accepted", async () => {
  const id = await hand();
  const decided = await Promise.all([acceptCall(editor, id), acceptCall(editor, id)]);
  expect(decided.map(({ outcome }) => outcome).toSorted()).toEqual(["decided", "gone"]);
  const { staffChecks, admissions, facts } = (await getListing(editor, call.id))!;
  expect(staffChecks).toHaveLength(2);
  expect(admissions.map(({ said }) => said)).toEqual(["wait.week"]);
  expect(facts.find(({ attribute }) => attribute === "MD")).toMatchObject({ value: "no", source: "staff" });
  const checks = await db.factCheck.findMany({ where: { listingId: call.id }, select: { staffMemberId: true } });
  expect(new Set(checks.map(({ staffMemberId }) => staffMemberId))).toEqual(new Set(["caller"]));
  const events = await db.auditEvent.findMany({
    where: { subjectId: call.id, action: { not: "listing.call_proposed" } },
  });
  expect(new Set(events.map(({ actorId }) => actorId))).toEqual(new Set(["editor"]));
  expect(await countProposedCalls(editor)).toBe(0);
  expect(await refuseCall(editor, id, "Too late")).toEqual({ outcome: "gone" });
});

test("is refused with a reason that whoever called reads, and nothing of the place changes", async () => {
  const id = await hand();
  const before = await recordOf(call.id);
  expect(await refuseCall(editor, id, "That is the line of another clinic.")).toEqual({ outcome: "decided", slug });
  const after = await recordOf(call.id);
  expect({ ...after, calls: [], events: 0 }).toEqual({ ...before, calls: [], events: 0 });
  const [own] = await listOwnCalls(caller);
  expect(own).toMatchObject({ id, decision: "refused", reason: "That is the line of another clinic." });
  expect(await listOwnCalls(staffSession({ staffId: "somebody-else" }))).toEqual([]);
});

test.each([
  [{ decision: "refuse" }, { reason: "refusalReasonMissing" }],
  [{ decision: "refuse", reason: "  " }, { reason: "refusalReasonMissing" }],
  [{ decision: "perhaps" }, { decision: "callDecisionMissing" }],
])("a decision %o is sent back with %o", (typed, fieldErrors) => {
  expect(parseForm(callDecisionSchema, { id: call.id, ...typed })).toMatchObject({
    ok: false,
    result: { fieldErrors },
  });
});

describe("a conflict of interest", () => {
  test("of the caller keeps them from handing in", async () => {
    await declareInterest(caller, slug, "works_there");
    await expect(proposeCall(caller, call)).rejects.toMatchObject({ code: "P2003" });
    expect(await countProposedCalls(editor)).toBe(0);
  });

  test("that the caller declared later keeps it from being accepted, not from being refused", async () => {
    const id = await hand();
    await declareInterest(caller, slug, "works_there");
    expect(await acceptCall(editor, id)).toEqual({ outcome: "caller_interested" });
    expect((await getListing(editor, call.id))!.staffChecks).toEqual([]);
    expect(await refuseCall(editor, id, "They work there.")).toMatchObject({ outcome: "decided" });
  });

  test("of the editor leaves the decision to a colleague", async () => {
    const id = await hand();
    await declareInterest(editor, slug, "family");
    expect((await waiting())[0]).toMatchObject({ id, isLeftToOthers: true });
    expect(await acceptCall(editor, id)).toEqual({ outcome: "interested" });
    expect(await refuseCall(editor, id, "No")).toEqual({ outcome: "interested" });
    const colleague = staffSession({ staffId: "colleague", role: "editor" });
    expect(await acceptCall(colleague, id)).toEqual({ outcome: "decided", slug });
  });
});

test("a proposed call is a record: only its decision is added, once", async () => {
  const id = await hand();
  const change = (data: object) => db.proposedCall.update({ where: { id }, data });
  const frozen = { code: "P2003" };
  await expect(change({ evidence: "Somebody else" })).rejects.toMatchObject(frozen);
  await expect(change({ decision: "refused", decidedAt: new Date(), decidedById: "editor" })).rejects.toThrow(
    /ProposedCall_decision_is_whole/,
  );
  await acceptCall(editor, id);
  await expect(change({ decision: null, decidedAt: null, decidedById: null })).rejects.toMatchObject(frozen);
});
