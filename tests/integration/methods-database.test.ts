// What the database itself refuses of a ranking method, whoever writes it.
import { beforeAll, beforeEach, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { publishFirstMethod } from "@/lib/methods/mutations";
import { db, type Prisma } from "@/lib/server/db";
import { METHOD_V1, METHOD_V1_CHANGELOG } from "@/prisma/seed/method-v1";
import { testDatabase } from "../support/database";

testDatabase();

const AUTHOR = "author";
const SECOND = "second";
const words = { changelog: "Why.", changelogEs: "Por qué." };
const version = 2;
const draft = { version, definition: { ...METHOD_V1, version }, ...words, authorIds: [AUTHOR] };
const published = () => ({ status: "published", publishedAt: new Date() }) as const;
const approval = () => ({ status: "reviewed", reviewedById: SECOND, reviewedAt: new Date() }) as const;

const create = (data: Prisma.RankingMethodCreateInput) => db.rankingMethod.create({ data, select: { id: true } });
const update = (data: Prisma.RankingMethodUpdateInput) =>
  db.rankingMethod.update({ where: { version }, data, select: { id: true } });

beforeAll(async () => {
  await publishFirstMethod(system("seed"), METHOD_V1, METHOD_V1_CHANGELOG);
  for (const id of [AUTHOR, SECOND])
    await db.staffMember.create({ data: { id, name: id, email: `${id}@example.org`, role: "editor" } });
});

beforeEach(async () => {
  await db.rankingMethod.deleteMany({ where: { version } });
  await create({ ...draft, reviewRequestedAt: new Date() });
});

/** Why PostgreSQL refused, so that a test cannot pass for another reason. */
async function refusal(write: Promise<unknown>): Promise<string> {
  try {
    await write;
    return "not refused";
  } catch (error) {
    const { meta } = error as { meta?: { driverAdapterError?: { cause?: { originalMessage?: string } } } };
    return meta?.driverAdapterError?.cause?.originalMessage ?? String(error);
  }
}

test("weights sum to 100, in a draft already, and a definition names its own version", async () => {
  const lighter = { ...METHOD_V1, version, groups: METHOD_V1.groups.slice(1) };
  expect(await refusal(update({ definition: lighter }))).toContain("weights_sum_to_100");
  expect(await refusal(update({ definition: { version } }))).toContain("weights_sum_to_100");
  expect(await refusal(update({ definition: METHOD_V1 }))).toContain("definition_names_its_version");
});

test("no step leaves out the review", async () => {
  expect(await refusal(update(published()))).toContain("not from draft to published");
  const unsigned = update({ ...approval(), reviewedById: null });
  expect(await refusal(unsigned)).toContain("A member of the staff reviews");
  const stranger = update({ ...approval(), reviewedById: "nobody on the staff" });
  expect(await refusal(stranger)).toContain("A member of the staff reviews");
  await update({ reviewRequestedAt: null });
  expect(await refusal(update(approval()))).toContain("A member of the staff reviews what was handed in");
});

test("no author reviews, and nobody stops being an author", async () => {
  expect(await refusal(update({ ...approval(), reviewedById: AUTHOR }))).toContain("reviewed_by_another");
  for (const authorIds of [[], [SECOND]]) expect(await refusal(update({ authorIds }))).toContain("stays its author");
  const both = update({ ...approval(), authorIds: [AUTHOR, SECOND] });
  expect(await refusal(both)).toContain("edited as a draft only");
});

test("a review needs the changelog in both languages", async () => {
  await update({ changelogEs: "" });
  expect(await refusal(update(approval()))).toContain("reviewed_by_another");
});

test("what was reviewed is what is published, to the letter", async () => {
  const slippedIn = update({ ...approval(), changelog: "Slipped in with the approval." });
  expect(await refusal(slippedIn)).toContain("edited as a draft only");
  await update(approval());
  const changes = [{ changelog: "x" }, { changelogEs: "x" }, { authorIds: [AUTHOR, "another"] }];
  for (const change of changes)
    expect(await refusal(update({ ...published(), ...change }))).toContain("edited as a draft only");
  const constants = { ...METHOD_V1.constants, priorPercentile: 50 };
  const heavier = update({ ...published(), definition: { ...METHOD_V1, version, constants } });
  expect(await refusal(heavier)).toContain("edited as a draft only");
  expect(await refusal(update({ changelog: "x" }))).toContain("edited as a draft only");
});

test("a review stands as it was given, until an edit takes it back", async () => {
  await update({ ...approval(), reviewNote: "Read it all." });
  expect(await refusal(update({ ...published(), reviewNote: "x" }))).toContain("A review stands");
  expect(await refusal(update({ ...published(), reviewedById: AUTHOR }))).toContain("A review stands");
  expect(await refusal(update({ status: "published" }))).toContain("published_has_a_date");
  expect(await refusal(update({ status: "draft" }))).toContain("reviewed_by_another");
  await update({ status: "draft", reviewedById: null, reviewedAt: null, changelog: "x" });
  expect(await refusal(update(published()))).toContain("not from draft to published");
});

test("only the first method is nobody's, and no other begins as anything but a draft", async () => {
  const third = { version: 3, definition: { ...METHOD_V1, version: 3 }, ...words };
  expect(await refusal(create(third))).toContain("reviewed_by_another");
  expect(await refusal(create({ ...third, ...published() }))).toContain("reviewed_by_another");
  const whole = { ...third, ...published(), authorIds: [AUTHOR], reviewedById: SECOND, reviewedAt: new Date() };
  expect(await refusal(create(whole))).toContain("begins as a draft");
  const another = publishFirstMethod(system("seed"), { ...METHOD_V1, version: 3 }, METHOD_V1_CHANGELOG);
  expect(await refusal(another)).toContain("reviewed_by_another");
});
