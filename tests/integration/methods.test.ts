import { beforeAll, describe, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { saveWeightsAction, saveWordsAction, startDraftAction } from "@/lib/methods/actions";
import { getDraft, listMethods, previewDraft, weightsValues } from "@/lib/methods/admin-queries";
import { getMethod, getVersions, listMethodVersions } from "@/lib/methods/queries";
import { publishEdition } from "@/lib/rankings/mutations";
import { getNewestEdition } from "@/lib/rankings/queries";
import { db } from "@/lib/server/db";
import { requireStaff } from "@/lib/staff/session";
import { METHOD_V1, METHOD_V1_CHANGELOG } from "@/prisma/seed/method-v1";
import { testDatabase } from "../support/database";
import { formOf, revalidated } from "../support/staff-request";
import { as, idOf, signInTwo, type Person } from "../support/two-staff-members";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase({ seeded: true });

beforeAll(signInTwo);

const PATH = "/admin/rankings/methods/2";
const row = () => db.rankingMethod.findUniqueOrThrow({ where: { version: 2 } });
const audited = async () => {
  const events = await db.auditEvent.findMany({
    where: { subjectType: "method" },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  return events.map(({ action }) => action.replace("ranking_method.", ""));
};

/** A draft as the form shows it, with some fields retyped. */
async function weightsForm(changes: Record<string, string | number> = {}) {
  const { id, revision, definition, changelog, changelogEs } = await row();
  const values = weightsValues({ definition: definition as typeof METHOD_V1, changelog, changelogEs });
  return formOf({ id, version: revision, ...values, ...changes });
}
async function stepForm(more: Record<string, string> = {}) {
  const { id, revision } = await row();
  return formOf({ id, version: revision, ...more });
}
const swap = { "points.maintenance": 8, "points.choice-of-medication": 3 };
const entry = { changelog: "Maintenance counts more.", changelogEs: "El mantenimiento cuenta más." };

const startDraft = () => as("author", startDraftAction);
const saveWeights = async (person: Person, changes: Record<string, string | number>) => {
  const form = await weightsForm(changes);
  return as(person, () => saveWeightsAction(null, form));
};
const handIn = (changes: Record<string, string> = {}) => saveWeights("author", { ...changes, step: "hand_in" });
const review = (person: Person, step: string, note = "Read it all.") => saveWeights(person, { step, note });
const publish = (person: Person = "author") => saveWeights(person, { step: "publish" });

describe("a draft", () => {
  test("begins as a copy of the published method, and there is one at a time", async () => {
    expect(await startDraft()).toEqual({ redirect: `${PATH}?done=created` });
    expect(await as("second", startDraftAction)).toEqual({ redirect: PATH });
    expect(await row()).toMatchObject({
      status: "draft",
      definition: { ...METHOD_V1, version: 2 },
      authorIds: [idOf.get("author")],
    });
    expect(await db.rankingMethod.count()).toBe(2);
  });

  test("is seen by nobody but staff", async () => {
    expect(await getMethod(2)).toBeNull();
    expect((await listMethodVersions()).map(({ version }) => version)).toEqual([1]);
    expect(await getVersions()).toEqual({ currentVersion: 1, newestVersion: 1 });
  });

  test("whose points do not sum to exactly 100 is refused, and nothing typed is lost", async () => {
    for (const points of [5, 7])
      expect(await saveWeights("author", { "points.maintenance": points })).toMatchObject({
        answer: {
          status: "invalid",
          fieldErrors: { sum: "pointsSum" },
          values: { "points.maintenance": String(points) },
        },
      });
    const odd = await saveWeights("author", { "points.maintenance": "6.5", minimumKnownPercent: 160 });
    expect(odd).toMatchObject({
      answer: { fieldErrors: { "points.maintenance": "pointsFormat", minimumKnownPercent: "percentFormat" } },
    });
    expect((await row()).revision).toBe(1);
  });

  test("that leaves a criterion out is refused too: the sum is that of the whole method", async () => {
    const form = await weightsForm({ "points.choice-of-medication": 11 });
    form.delete("points.maintenance");
    expect(await as("author", () => saveWeightsAction(null, form))).toMatchObject({
      answer: { status: "invalid", fieldErrors: { sum: "pointsSum" } },
    });
  });

  test("takes weights, constants and its entry in the changelog", async () => {
    expect(await saveWeights("author", { ...swap, ...entry, minimumKnownPercent: "62.5" })).toEqual({
      redirect: `${PATH}?done=draft_saved`,
    });
    const saved = await row();
    expect(saved).toMatchObject({ revision: 2, ...entry });
    expect(saved.definition).toMatchObject({ constants: { minimumKnownShare: 0.625, priorPercentile: 25 } });
    const last = await db.auditEvent.findFirstOrThrow({ where: { action: "ranking_method.edited" } });
    expect(last.before).toMatchObject({ "points.maintenance": "6", minimumKnownPercent: "60" });
    expect(last.after).toMatchObject({ "points.maintenance": "8", minimumKnownPercent: "62.5" });
  });

  test("takes the words and the evidence of a part, in both languages, and makes whoever wrote them an author", async () => {
    const evidence = { title: "A study", url: "https://example.org/study", year: "2024" };
    const words = {
      nameEn: "Maintenance",
      nameEs: "Mantenimiento",
      explanationEn: "It goes on.",
      explanationEs: "Sigue.",
    };
    const form = await stepForm({
      part: "criterion-maintenance",
      ...words,
      ...Object.fromEntries(Object.entries(evidence).map(([key, value]) => [`evidence.0.${key}`, value])),
      "evidence.0.claimEn": "It helps.",
      "evidence.0.claimEs": "Ayuda.",
    });
    const saved = await as("author", () => saveWordsAction(null, form));
    expect(saved).toEqual({ redirect: `${PATH}/criterion-maintenance?done=draft_saved` });
    const { definition } = await row();
    const criterion = (definition as typeof METHOD_V1).groups[0]?.criteria.find(({ key }) => key === "maintenance");
    expect(criterion).toMatchObject({
      points: 8,
      name: { en: "Maintenance", es: "Mantenimiento" },
      evidence: [{ title: "A study", year: 2024, claim: { en: "It helps.", es: "Ayuda." } }],
    });
    const bare = await stepForm({ part: "criterion-maintenance", ...words });
    expect(await as("author", () => saveWordsAction(null, bare))).toMatchObject({
      answer: { fieldErrors: { "evidence.0.title": "criterionEvidenceMissing" } },
    });
  });

  test("that somebody else saved meanwhile shows both sides and overwrites nothing", async () => {
    const stale = await weightsForm({ changelog: "Mine." });
    await saveWeights("author", { changelog: "Theirs." });
    expect(await as("author", () => saveWeightsAction(null, stale))).toMatchObject({
      answer: { status: "conflict", current: { saved: { changelog: "Theirs." }, typed: { changelog: "Mine." } } },
    });
    await saveWeights("author", entry);
  });

  test("shows what it would do to the ranking, and writes nothing", async () => {
    const before = await counts();
    const preview = await as("author", async () => previewDraft(await requireStaff("editor"), 2));
    const changes = "answer" in preview ? preview.answer : null;
    expect(changes?.moved).toBeGreaterThan(0);
    expect(changes?.moves[0]?.rank.before).not.toBe(changes?.moves[0]?.rank.after);
    expect(await counts()).toEqual(before);
  });

  test("a URL or a form that names none is answered, not crashed", async () => {
    const made = formOf({ id: "x", version: "y" });
    for (const step of ["publish", "discard"]) {
      made.set("step", step);
      expect(await as("author", () => saveWeightsAction(null, made))).toEqual({
        redirect: "/admin/rankings?done=gone",
      });
    }
    const staff = await as("author", () => requireStaff("editor"));
    if (!("answer" in staff)) throw new Error("not signed in");
    expect(await getDraft(staff.answer, 0)).toBeNull();
    expect(await getDraft(staff.answer, 1)).toBeNull();
  });
});

describe("the review", () => {
  test("is asked for once the changelog is written in both languages", async () => {
    await saveWeights("author", { changelogEs: "" });
    expect(await handIn()).toEqual({ redirect: `${PATH}?done=no_changelog` });
    await saveWeights("author", entry);
    expect(await publish()).toEqual({ redirect: `${PATH}?done=not_ready` });
    expect(await review("second", "approve")).toEqual({ redirect: `${PATH}?done=not_ready` });
    expect(await handIn()).toEqual({ redirect: `${PATH}?done=handed_in` });
  });

  test("is not for whoever wrote any of it", async () => {
    expect(await review("author", "approve")).toEqual({ redirect: `${PATH}?done=own_work` });
    expect(await row()).toMatchObject({ status: "draft", reviewedById: null });
  });

  test("needs a note, and can send it back with the reason", async () => {
    expect(await review("second", "approve", " ")).toMatchObject({
      answer: { status: "invalid", fieldErrors: { note: "reviewNoteMissing" } },
    });
    expect(await review("second", "return", "Say why.")).toEqual({ redirect: `${PATH}?done=returned` });
    expect(await row()).toMatchObject({ status: "draft", reviewRequestedAt: null, reviewNote: "Say why." });
  });

  test("approves what was read: an edit takes the approval back", async () => {
    await handIn();
    expect(await review("second", "approve")).toEqual({ redirect: `${PATH}?done=approved` });
    expect(await row()).toMatchObject({
      status: "reviewed",
      reviewedById: idOf.get("second"),
      reviewNote: "Read it all.",
    });
    await saveWeights("author", { changelog: "Maintenance counts more, as studies say." });
    expect(await row()).toMatchObject({
      status: "draft",
      reviewedById: null,
      reviewedAt: null,
      reviewRequestedAt: null,
    });
    expect(await publish()).toEqual({ redirect: `${PATH}?done=not_ready` });
  });
});

describe("a published method", () => {
  test("is published after its review by anybody who edits, for good, without an edition of its own", async () => {
    await handIn();
    await review("second", "approve", "Weights and words are right.");
    const editions = await db.rankingEdition.count();
    revalidated.length = 0;
    expect(await publish("second")).toEqual({ redirect: "/admin/rankings?done=method_published" });
    expect(revalidated).toEqual(
      expect.arrayContaining([
        "/[locale]/(reading)/rankings/method/changelog",
        "/[locale]/(reading)/rankings/method/[version]",
        "/[locale]/(reading)/rankings/method/[version]/[section]",
      ]),
    );
    expect(await db.rankingEdition.count()).toBe(editions);
    expect(await getVersions()).toEqual({ currentVersion: 1, newestVersion: 2 });
    await expect(db.rankingMethod.update({ where: { version: 2 }, data: { changelog: "x" } })).rejects.toMatchObject({
      code: "P2003",
    });
    await expect(db.rankingMethod.delete({ where: { version: 2 } })).rejects.toMatchObject({ code: "P2003" });
    expect(await saveWeights("author", { changelog: "x" })).toMatchObject({ answer: { code: "gone" } });
  });

  test("stands in the public changelog with its review, its differences, and nobody's name", async () => {
    const [newest, first] = await listMethodVersions();
    expect(newest).toMatchObject({
      version: 2,
      review: { by: "second_staff_member" },
      changelog: { en: "Maintenance counts more, as studies say.", es: entry.changelogEs },
    });
    expect(newest?.changes.map(({ kind }) => kind)).toEqual(["weight", "weight", "constant", "evidence", "words"]);
    expect(first).toMatchObject({ version: 1, review: { by: "nobody" }, changelog: METHOD_V1_CHANGELOG, changes: [] });
    const printed = JSON.stringify(await listMethodVersions());
    for (const secret of ["Second", "author@", idOf.get("author")!, idOf.get("second")!])
      expect(printed).not.toContain(secret);
  });

  test("computes the next edition, when staff ask for one", async () => {
    await publishEdition(system("rank"), { area: "Los Angeles", judgedOn: "2026-08-21" });
    expect(await getNewestEdition()).toMatchObject({ number: 2, methodVersion: 2 });
    expect(await getVersions()).toEqual({ currentVersion: 2, newestVersion: 2 });
  });

  test("all of it is in the audit", async () => {
    const steps = await audited();
    expect(new Set(steps)).toEqual(new Set(["published", "drafted", "edited", "handed_in", "sent_back", "reviewed"]));
    expect(steps.filter((step) => step === "published")).toHaveLength(2);
  });
});

test("a draft can be discarded, and its number is free again", async () => {
  await startDraft();
  const { id, revision } = await db.rankingMethod.findUniqueOrThrow({ where: { version: 3 } });
  const form = formOf({ id, version: revision, step: "discard" });
  for (const _ of ["pressed", "twice"])
    expect(await as("author", () => saveWeightsAction(null, form))).toEqual({
      redirect: "/admin/rankings?done=discarded",
    });
  expect((await audited()).at(-1)).toBe("discarded");
  expect(await startDraft()).toEqual({ redirect: "/admin/rankings/methods/3?done=created" });
  const rows = await as("author", async () => listMethods(await requireStaff("editor")));
  expect(rows).toMatchObject({ answer: [{ version: 3, status: "draft" }, { version: 2 }, { version: 1 }] });
});

async function counts() {
  return Promise.all([
    db.rankingEdition.count(),
    db.rankingEntry.count(),
    db.auditEvent.count(),
    db.rankingMethod.count(),
  ]);
}
