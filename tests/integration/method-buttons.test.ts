// The buttons of a method's draft belong to its form: they take along, or refuse to drop, what stands in the fields.
import { beforeAll, describe, expect, test, vi } from "vitest";
import { saveWeightsAction, startDraftAction } from "@/lib/methods/actions";
import { weightsValues } from "@/lib/methods/admin-queries";
import { db } from "@/lib/server/db";
import type { METHOD_V1 } from "@/prisma/seed/method-v1";
import { testDatabase } from "../support/database";
import { formOf } from "../support/staff-request";
import { as, signInTwo, type Person } from "../support/two-staff-members";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase({ seeded: true });

const entry = { changelog: "Maintenance counts more.", changelogEs: "El mantenimiento cuenta más." };

beforeAll(async () => {
  await signInTwo();
  await as("author", startDraftAction);
});

describe("a button that moves a draft", () => {
  const latest = () => db.rankingMethod.findUniqueOrThrow({ where: { version: 2 } });
  const formNow = async (changes: Record<string, string>) => {
    const { id, revision, definition, changelog, changelogEs } = await latest();
    const values = weightsValues({ definition: definition as typeof METHOD_V1, changelog, changelogEs });
    return formOf({ id, version: revision, ...values, ...changes });
  };
  const press = (person: Person, form: FormData) => as(person, () => saveWeightsAction(null, form));
  const done = (what: string) => ({ redirect: `/admin/rankings/methods/2?done=${what}` });
  const eventsOf = async (action: string) =>
    db.auditEvent.count({ where: { subjectId: (await latest()).id, action: `ranking_method.${action}` } });

  test("hands in what stands in the fields; pressed twice it is one act", async () => {
    const swapped = { "points.maintenance": "7", "points.choice-of-medication": "4" };
    const form = await formNow({ ...entry, ...swapped, step: "hand_in" });
    expect(await Promise.all([press("author", form), press("author", form)])).toEqual([
      done("handed_in"),
      done("handed_in"),
    ]);
    expect(await latest()).toMatchObject(entry);
    expect([await eventsOf("edited"), await eventsOf("handed_in")]).toEqual([1, 1]);
  });

  test.each(["approve", "return"])("%s is refused while other words are typed, and keeps them", async (step) => {
    const form = await formNow({ changelog: "Typed.", note: "Read it all.", step });
    expect(await press("second", form)).toMatchObject({
      answer: { status: "failed", code: "unsaved", values: { changelog: "Typed.", note: "Read it all." } },
    });
    expect(await latest()).toMatchObject({ ...entry, status: "draft", reviewNote: null });
  });

  test("approves and publishes once, however often it is pressed; not what nobody reviewed", async () => {
    const approval = await formNow({ note: "Read it all.", step: "approve" });
    for (const _ of ["pressed", "twice"]) expect(await press("second", approval)).toEqual(done("approved"));
    expect(await press("author", await formNow({ changelogEs: "Escrito.", step: "publish" }))).toMatchObject({
      answer: { status: "failed", code: "unsaved", values: { changelogEs: "Escrito." } },
    });
    expect((await latest()).status).toBe("reviewed");
    const publication = await formNow({ step: "publish" });
    const published = { redirect: "/admin/rankings?done=method_published" };
    for (const _ of ["pressed", "twice"]) expect(await press("author", publication)).toEqual(published);
    expect([await eventsOf("reviewed"), await eventsOf("published")]).toEqual([1, 1]);
  });
});
