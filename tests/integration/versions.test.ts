// Everything that staff change can be looked at as it was, and brought back through its own form.
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { declareInterest } from "@/lib/interests/mutations";
import { checkFactAction, saveListingAction } from "@/lib/listings/actions";
import { getListing } from "@/lib/listings/admin-queries";
import { saveWeightsAction, saveWordsAction, startDraftAction } from "@/lib/methods/actions";
import { getDraft, weightsValues, wordsValues } from "@/lib/methods/admin-queries";
import { partsOf } from "@/lib/methods/parts";
import { createPostAction, savePostAction } from "@/lib/posts/actions";
import { getPostForStaff } from "@/lib/posts/admin-queries";
import { db } from "@/lib/server/db";
import { saveSetting } from "@/lib/settings/mutations";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { requireStaff } from "@/lib/staff/session";
import { newStaffKey } from "@/lib/staff/staff-form-key";
import { restoreSettingAction, restoreVersionAction } from "@/lib/versions/actions";
import { listVersions, type Versions } from "@/lib/versions/admin-queries";
import { recordPath, versionPath } from "@/lib/versions/paths";
import type { VersionedSubject } from "@/lib/versions/types";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { browser, formOf } from "../support/staff-request";
import { as, idOf, signInTwo, type Person } from "../support/two-staff-members";
import { unique } from "../support/unique";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase({ seeded: true });
beforeAll(signInTwo);
beforeEach(async () => {
  await db.keptForm.deleteMany();
});

const author = () => staffSession({ staffId: idOf.get("author") ?? "" });

async function versionsOf(subject: VersionedSubject, version: string | null = null): Promise<Versions> {
  const found = await listVersions(author(), "en", subject, { page: 1, version });
  if (!found) throw new Error("No versions");
  return found;
}
const acts = ({ rows }: Versions) => rows.map(({ act }) => act?.action ?? "first");
const restore = (
  subject: VersionedSubject,
  version: string,
  more: Record<string, string> = {},
  person: Person = "author",
) => {
  const form = formOf({ ...subject, version, ...more });
  return as(person, () => (subject.noun === "setting" ? restoreSettingAction(form) : restoreVersionAction(form)));
};
/** What waits in the forms of a page. */
async function keptAt(path: string) {
  browser.headers.set("x-request-path", path);
  const outcome = await as("author", async () => getStaffForms(await requireStaff()));
  if (!("answer" in outcome)) throw new Error("Not signed in");
  return outcome.answer.kept;
}
/** A form of a page that was shown just now and keeps its words, as a browser sends it. */
const typedAt = (path: string, form: string, fields: Record<string, string>) => {
  const $key = newStaffKey({ staffId: idOf.get("author") ?? "" });
  return formOf({ $key, $form: form, $keptAt: path, ...fields });
};

describe("a post", () => {
  let subject: VersionedSubject;
  const path = () => recordPath(subject);
  const fields = async (changes: Record<string, string> = {}): Promise<Record<string, string>> => {
    const post = (await getPostForStaff(author(), subject.id))!;
    return { id: post.id, version: String(post.version), ...post.values, ...changes };
  };
  const save = async (changes: Record<string, string>) => {
    const sent = typedAt(path(), "post", await fields(changes));
    return as("author", () => savePostAction(null, sent));
  };

  beforeEach(async () => {
    const made = await as("author", () => createPostAction(null, formOf({ title: `Post ${unique()}`, locale: "en" })));
    subject = { noun: "post", id: "redirect" in made ? (/posts\/(.+)\?/.exec(made.redirect)?.[1] ?? "") : "" };
    await save({ summary: "One.", body: "First\nline", "credits.0.role": "author", "credits.0.name": "Ana" });
    await save({ summary: "Two.", body: "First\nlines", "credits.0.name": "", step: "publish" });
  });

  test("has each change with who did what, and nothing before it was made", async () => {
    const found = await versionsOf(subject);
    expect(acts(found)).toEqual(["post.published", "post.edited", "post.edited", "post.created"]);
    expect(found.rows.map(({ act }) => act?.member)).toEqual(Array(4).fill("Administrator"));
    expect(found.rows[1]?.changes).toContainEqual({ field: "summary", before: "One.", after: "Two." });
    expect(found.rows[1]?.changes).toContainEqual({ field: "credits.0.name", before: "Ana", after: null });
    expect(found.rows.map(({ isToday }) => isToday)).toEqual([true, false, false, false]);
    expect(found.rows.flatMap(({ unlogged }) => unlogged)).toEqual([]);
    const { whole } = await versionsOf(subject, found.rows[2]!.id);
    expect(whole).toMatchObject({
      values: { summary: "One.", body: "First\nline", "credits.0.name": "Ana", status: "draft" },
      untold: [],
      waitsSince: null,
      formCount: 1,
      elsewhere: ["status"],
    });
  });

  test("is brought back through its form: nothing changes before it is saved, and that is one more version", async () => {
    const version = (await versionsOf(subject)).rows[2]!;
    // Pressed twice, it is one act.
    for (const _press of [1, 2]) expect(await restore(subject, version.id)).toEqual({ redirect: path() });
    expect((await fields()).summary).toBe("Two.");
    const { post } = await keptAt(path());
    expect(post).toMatchObject({ summary: "One.", "credits.0.name": "Ana", ofVersion: version.act?.at.toISOString() });
    expect(await as("author", () => savePostAction(null, typedAt(path(), "post", post!)))).toEqual({
      redirect: `${path()}?done=saved`,
    });
    expect(await keptAt(path())).toEqual({});
    expect(await fields()).toMatchObject({ summary: "One.", body: "First\nline", "credits.0.name": "Ana" });
    const after = await versionsOf(subject);
    expect(acts(after)[0]).toBe("post.edited");
    expect(after.total).toBe(5);
  });

  test("that somebody else saves meanwhile is a conflict, as with any words", async () => {
    await restore(subject, (await versionsOf(subject)).rows[2]!.id);
    const { post } = await keptAt(path());
    await db.post.update({ where: { id: subject.id }, data: { title: "Another", version: { increment: 1 } } });
    expect(await as("author", () => savePostAction(null, typedAt(path(), "post", post!)))).toMatchObject({
      answer: { status: "conflict" },
    });
  });

  test("does not replace words of the member before they have said so", async () => {
    const [, , version] = (await versionsOf(subject)).rows;
    await as("author", () =>
      savePostAction(null, typedAt(path(), "post", { title: "", id: subject.id, version: "1" })),
    );
    expect(await keptAt(path())).toMatchObject({ post: { title: "" } });
    expect(await restore(subject, version!.id)).toEqual({ redirect: versionPath(subject, version!.id) });
    expect(await keptAt(path())).toMatchObject({ post: { title: "" } });
    expect((await versionsOf(subject, version!.id)).whole?.waitsSince).toBeInstanceOf(Date);
    expect(await restore(subject, version!.id, { replaces: "on" })).toEqual({ redirect: path() });
    expect(await keptAt(path())).toMatchObject({ post: { summary: "One." } });
  });

  test.each(["first", "0190a8b0-0000-7000-8000-000000000001"])("has no version %s", async (version) => {
    expect(await restore(subject, version)).toEqual({ redirect: `${path()}/versions` });
    expect(await keptAt(path())).toEqual({});
  });
});

describe("a listing", () => {
  let subject: VersionedSubject;
  const save = async (changes: Record<string, string>) => {
    const { id, version, values } = (await getListing(author(), subject.id))!;
    return as("author", () => saveListingAction(null, formOf({ id, version, ...values, ...changes })));
  };
  const check = (value: string) => {
    const form = { id: subject.id, attribute: "BU", value, evidence: `Said ${value}.`, asOf: "2026-08-01" };
    return as("author", () => checkFactAction(null, formOf(form)));
  };

  beforeEach(async () => {
    const place = { street: "1 Main St", city: "Covina", state: "CA", zip: "91724", kind: "outpatient" } as const;
    const data = { ...place, slug: `place-${unique()}`, name: "A Place", status: "draft" } as const;
    subject = { noun: "listing", id: (await db.listing.create({ data, select: { id: true } })).id };
  });

  test("has its fields, its checks, and how it was before the first change", async () => {
    await save({ street2: "Suite 1" });
    await check("yes");
    await save({ street2: "Suite 2", step: "publish" });
    await check("no");
    const found = await versionsOf(subject);
    const checked = "listing.fact_checked";
    expect(acts(found)).toEqual([checked, "listing.published", "listing.edited", checked, "listing.edited", "first"]);
    const { whole } = await versionsOf(subject, found.rows[3]!.id);
    expect(whole?.toToday).toEqual([
      { field: "street2", before: "Suite 2", after: "Suite 1" },
      { field: "status", before: "published", after: "draft" },
      { field: "fact.2026-08-01.BU", before: "no", after: "yes" },
    ]);
    expect(whole?.elsewhere).toEqual(["status", "fact.2026-08-01.BU"]);
    const first = await versionsOf(subject, "first");
    expect(first.whole).toMatchObject({ act: null, values: { street2: "", status: "draft" } });
    expect(first.whole?.values).not.toHaveProperty(["fact.2026-08-01.BU"]);
    expect(await restore(subject, "first")).toEqual({ redirect: recordPath(subject) });
    expect((await keptAt(recordPath(subject))).listing).toMatchObject({ street2: "", ofVersion: "first" });
  });

  test("says which fields an import changed between, and leaves those as they are today", async () => {
    await save({ street2: "Suite 1", county: "Los Angeles" });
    await save({ unit: "Annex" });
    await db.listing.update({ where: { id: subject.id }, data: { street2: "Suite 9" } });
    await save({ street2: "Suite 2" });
    await db.listing.update({ where: { id: subject.id }, data: { county: "Kern" } });
    const found = await versionsOf(subject);
    expect(found.unloggedSince).toEqual(["county"]);
    expect(found.rows.map(({ unlogged }) => unlogged)).toEqual([["street2"], [], [], []]);
    const { whole } = await versionsOf(subject, found.rows[1]!.id);
    expect(whole?.untold.toSorted()).toEqual(["county", "street2"]);
    expect(whole?.toToday).toEqual([]);
    const oldest = (await versionsOf(subject, found.rows[2]!.id)).whole;
    expect(oldest?.values).toMatchObject({ street2: "Suite 1", county: "Los Angeles" });
  });

  test("has its newest acts, ten a page, and says that there are more", async () => {
    const act = { action: "listing.license_noted", subjectType: "listing", subjectId: subject.id, actorName: "worker" };
    await db.auditEvent.createMany({ data: Array.from({ length: 201 }, () => act) });
    const found = await listVersions(author(), "en", subject, { page: 99, version: null });
    expect(found).toMatchObject({ total: 200, page: 20, pages: 20, hasOlder: true });
    expect(found?.rows).toHaveLength(10);
    expect(found?.rows.at(-1)?.act).not.toBeNull();
  });

  test("is not brought back by whoever has a conflict of interest", async () => {
    await save({ street2: "Suite 1" });
    await save({ street2: "Suite 2" });
    const { rows } = await versionsOf(subject);
    const { slug } = await db.listing.findUniqueOrThrow({ where: { id: subject.id }, select: { slug: true } });
    await declareInterest(author(), slug, "family");
    expect(await restore(subject, rows[1]!.id)).toEqual({ redirect: `${recordPath(subject)}?done=interested` });
    expect(await db.keptForm.count()).toBe(0);
  });
});

describe("a setting", () => {
  const subject = { noun: "setting", id: "footerCredits" } as const;
  const NAMES = { crafted: "A", polished: "B", evaluated: "C" };

  test("comes back without the day of its last check, which is that of who saves", async () => {
    await saveSetting(system("seed"), "footerCredits", NAMES, "2026-08-01");
    await saveSetting(author(), "footerCredits", { ...NAMES, crafted: "D" }, "2026-08-02");
    const { rows } = await versionsOf(subject);
    expect(rows[0]).toMatchObject({
      changes: [{ field: "crafted", before: "A", after: "D" }],
      remarks: { checkedOn: "2026-08-02" },
    });
    expect(await restore(subject, rows[1]!.id)).toEqual({ redirect: recordPath(subject) });
    const kept = (await keptAt(recordPath(subject))).footerCredits;
    expect(kept).toMatchObject({ ...NAMES, seen: expect.any(String) });
    expect(kept).not.toHaveProperty("checkedOn");
  });

  test("is not there for an editor, by whichever action", async () => {
    const { rows } = await versionsOf(subject);
    const form = formOf({ ...subject, version: rows.at(-1)!.id });
    expect(await listVersions(staffSession({ role: "editor" }), "en", subject, { page: 1, version: null })).toBeNull();
    expect(await as("second", () => restoreVersionAction(form))).toEqual({
      redirect: `${recordPath(subject)}/versions`,
    });
    expect(await db.keptForm.count()).toBe(0);
  });
});

test("a draft of a method comes back into each of its forms that would be otherwise", async () => {
  await as("author", startDraftAction);
  const draft = async () => (await getDraft(author(), 2))!;
  const target = async () => ({ id: (await draft()).id, version: (await draft()).revision });
  const { definition } = await draft();
  const part = partsOf(definition).find(({ kind }) => kind === "criterion")!;
  const weights = weightsValues({ definition, changelog: "More.", changelogEs: "Más." });
  await as("author", async () => saveWeightsAction(null, formOf({ ...(await target()), ...weights })));
  const words = { ...wordsValues(part), nameEn: "Another name", part: part.segment };
  await as("author", async () => saveWordsAction(null, formOf({ ...(await target()), ...words })));
  const subject = { noun: "method", id: "2" } as const;
  const found = await versionsOf(subject);
  expect(acts(found)).toEqual(["ranking_method.edited", "ranking_method.edited", "ranking_method.drafted"]);
  expect(found.rows[0]?.changes).toEqual([
    { field: `${part.segment}.nameEn`, before: part.name.en, after: "Another name" },
  ]);
  expect((await versionsOf(subject, found.rows[2]!.id)).whole).toMatchObject({ formCount: 2, elsewhere: [] });
  expect(await restore(subject, found.rows[2]!.id)).toEqual({ redirect: recordPath(subject) });
  expect((await keptAt(recordPath(subject))).method).toMatchObject({ changelog: "", changelogEs: "" });
  expect((await keptAt(`${recordPath(subject)}/${part.segment}`)).words).toMatchObject({
    part: part.segment,
    nameEn: part.name.en,
  });
});
