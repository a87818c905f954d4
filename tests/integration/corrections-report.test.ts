import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { reportCorrectionAction } from "@/lib/corrections/actions";
import { CORRECTION_FORM } from "@/lib/corrections/paths";
import { getReportedOn } from "@/lib/corrections/queries";
import { openWords } from "@/lib/corrections/sealed";
import type { CorrectionFormState } from "@/lib/corrections/types";
import { db } from "@/lib/server/db";
import { newFormKey } from "@/lib/server/form-key";
import { ensureQueue } from "@/lib/server/queue";
import { testDatabase } from "../support/database";

// The request that Next gives to an action; everything else is real.
const request = vi.hoisted(() => ({ ip: "203.0.113.1" }));
vi.mock("next/headers", () => ({
  headers: () => Promise.resolve(new Headers({ "x-socket-ip": request.ip })),
}));
const remade = vi.hoisted((): string[] => []);
vi.mock("next/cache", () => ({ revalidatePath: (path: string) => remade.push(path) }));

testDatabase();
const place = { street: "1 Main St", city: "Los Angeles", state: "CA", zip: "90012", kind: "outpatient" } as const;
beforeAll(async () => {
  await ensureQueue();
  await db.listing.createMany({
    data: [
      { ...place, slug: "a-place", name: "A Place", status: "published" },
      { ...place, slug: "a-draft", name: "A Draft", status: "draft" },
      { ...place, slug: "a-former-place", name: "A Former Place", status: "archived" },
    ],
  });
});
beforeEach(async () => {
  remade.length = 0;
  await db.correction.deleteMany();
  await db.rateLimit.deleteMany();
});

const MINUTE = 60_000;
const filled = () => ({
  listing: "a-place",
  topic: "contact",
  wrong: "The number rings at Quetzal Bakery",
  right: "213-555-0199",
  grounds: "asked_them",
  evidence: "I called on Monday",
  email: "ana.quetzal@example.org",
  locale: "en",
  form: newFormKey(CORRECTION_FORM, "", Date.now() - MINUTE),
});

async function send(fields: Record<string, string>): Promise<CorrectionFormState | { leadsTo: string }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    return await reportCorrectionAction({ status: "idle" }, form);
  } catch (error) {
    // Next's redirect is an error with a digest: NEXT_REDIRECT;push;<URL>;<status>;
    const digest = String((error as { digest?: string }).digest);
    if (!digest.startsWith("NEXT_REDIRECT")) throw error;
    return { leadsTo: digest.split(";")[2] ?? "" };
  }
}

const reportedOn = async () =>
  getReportedOn((await db.listing.findUniqueOrThrow({ where: { slug: "a-place" }, select: { id: true } })).id);
const THANKS = expect.stringMatching(/^\/listings\/a-place\/correction\?reference=COR-[2-9A-HJ-NP-Z]{6}$/) as string;
const jobKeys = () => db.$queryRaw<{ key: string }[]>`SELECT key FROM graphile_worker.jobs`;

test("a report is kept with a job to tell the team, and its sender is led to the thanks", async () => {
  expect(await send(filled())).toEqual({ leadsTo: THANKS });
  expect(remade).toEqual(expect.arrayContaining(["/en/listings/a-place", "/es/listings/a-place"]));
  const kept = await db.correction.findFirstOrThrow();
  expect(kept).toMatchObject({ status: "new", topic: "contact", grounds: "asked_them", notice: "queued", version: 1 });
  expect(openWords(kept.id, kept)).toEqual({
    wrong: "The number rings at Quetzal Bakery",
    right: "213-555-0199",
    evidence: "I called on Monday",
    email: "ana.quetzal@example.org",
  });
  expect((await jobKeys()).map(({ key }) => key)).toContain(`correction notice:${kept.id}`);
  expect(await send({ ...filled(), locale: "es", wrong: "Otra cosa" })).toEqual({
    leadsTo: expect.stringMatching(/^\/es\/listings\/a-place\/correction\?reference=COR-/),
  });
});

test("a form that lacks something is answered with what was typed, and nothing is kept", async () => {
  const fields = { ...filled(), grounds: "" };
  expect(await send(fields)).toEqual({
    status: "invalid",
    fieldErrors: { grounds: "groundsMissing" },
    values: expect.objectContaining({ wrong: fields.wrong, email: fields.email, grounds: "" }),
    form: fields.form,
  });
  expect(await db.correction.count()).toBe(0);
});

test("the same report sent many times at once, and again from another form, is one", async () => {
  const fields = filled();
  const answers = await Promise.all(Array.from({ length: 6 }, () => send(fields)));
  answers.push(await send(filled()));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await db.correction.count()).toBe(1);
  await db.correction.updateMany({ data: { createdAt: new Date(Date.now() - 25 * 60 * MINUTE) } });
  await send(filled());
  expect(await db.correction.count()).toBe(2);
});

test.each(["a-draft", "a-former-place", "no-such-place", "../../admin", ""])(
  "a report about %j leads to that URL, which says what is there, and is not kept",
  async (listing) => {
    expect(await send({ ...filled(), listing })).toEqual({ leadsTo: `/listings/${encodeURIComponent(listing)}` });
    expect(await db.correction.count()).toBe(0);
  },
);

test.each([[undefined], [null], ["x"], [{ get: 1 }]])(
  "what is no form, such as %j, is answered like an empty one",
  async (sent) => {
    const answer = await reportCorrectionAction({ status: "idle" }, sent as unknown as FormData);
    expect(answer).toMatchObject({ status: "invalid", fieldErrors: { topic: "topicMissing" } });
  },
);

test.each([
  ["sent at once", { form: () => newFormKey(CORRECTION_FORM) }],
  ["not rendered by us", { form: () => "forged" }],
  ["with another form's identity", { form: () => newFormKey("inquiry form", "", Date.now() - MINUTE) }],
  ["with the unseen field filled", { company_fax: () => "Acme" }],
])("a report %s is quarantined without a mail, and its sender sees the usual answer", async (_, changes) => {
  const changed = Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, value()]));
  expect(await send({ ...filled(), ...changed })).toEqual({ leadsTo: THANKS });
  const kept = await db.correction.findFirstOrThrow();
  expect(kept).toMatchObject({ status: "spam", notice: null });
  expect((await jobKeys()).map(({ key }) => key)).not.toContain(`correction notice:${kept.id}`);
});

describe("limits", () => {
  test("one IP can report twenty times in ten minutes, mistakes not counted, and keeps what it typed", async () => {
    request.ip = "203.0.113.9";
    for (let count = 1; count <= 20; count += 1) {
      expect(await send({ ...filled(), topic: "" })).toHaveProperty("status", "invalid");
      expect(await send({ ...filled(), wrong: `Mistake ${count}` })).toHaveProperty("leadsTo");
    }
    expect(await send({ ...filled(), wrong: "Mistake 21" })).toMatchObject({
      status: "failed",
      code: "limited",
      retryMinutes: expect.any(Number) as number,
      values: expect.objectContaining({ wrong: "Mistake 21" }),
    });
    request.ip = "203.0.113.10";
    expect(await send({ ...filled(), wrong: "Mistake 21" })).toHaveProperty("leadsTo");
    const keys = (await db.rateLimit.findMany()).map(({ key }) => key).join();
    expect(keys).toContain("correction_ip:");
    expect(keys).not.toContain("203.0");
  });
});

test("when the database refuses, the reporter is told so and keeps what they typed", async () => {
  await db.$executeRaw`ALTER TABLE "Correction" RENAME TO "CorrectionAway"`;
  try {
    const { form: _, listing: __, locale: ___, ...values } = filled();
    expect(await send(filled())).toMatchObject({ status: "failed", code: "unavailable", values });
  } finally {
    await db.$executeRaw`ALTER TABLE "CorrectionAway" RENAME TO "Correction"`;
  }
});

test("where the job cannot be queued, nothing is kept and the sender is not told that it was", async () => {
  await db.$executeRaw`ALTER FUNCTION graphile_worker.add_job RENAME TO add_job_away`;
  try {
    expect(await send(filled())).toMatchObject({ status: "failed", code: "unavailable" });
    expect(await db.correction.count()).toBe(0);
  } finally {
    await db.$executeRaw`ALTER FUNCTION graphile_worker.add_job_away RENAME TO add_job`;
  }
});

test("no table holds a word the reporter wrote, nor their email", async () => {
  await send(filled());
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
    WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`;
  const rows = await Promise.all(
    tables.map(({ name }) => db.$queryRawUnsafe<{ row: string }[]>(`SELECT t::text AS row FROM ${name} AS t`)),
  );
  const dump = rows.flat().map(({ row }) => row.toLowerCase());
  expect(dump.some((row) => row.includes("cor-"))).toBe(true);
  for (const word of ["quetzal", "bakery", "555-0199", "monday", "example.org"])
    expect(dump.filter((row) => row.includes(word))).toEqual([]);
});

test("the page of a place says that a report waits, from the day of the oldest, until staff decide; never of spam", async () => {
  expect(await reportedOn()).toBeNull();
  await send({ ...filled(), form: newFormKey(CORRECTION_FORM) });
  expect(await db.correction.count({ where: { status: "spam" } })).toBe(1);
  expect(await reportedOn()).toBeNull();
  await send(filled());
  await send({ ...filled(), wrong: "It moved" });
  const oldest = await db.correction.findFirstOrThrow({ where: { status: "new" }, select: { id: true } });
  // Evening in Los Angeles, and the next day in UTC.
  await db.correction.update({ where: { id: oldest.id }, data: { createdAt: new Date("2026-11-12T03:00:00Z") } });
  expect(await reportedOn()).toBe("2026-11-11");
  await db.correction.updateMany({
    where: { status: "new" },
    data: { status: "declined", decidedAt: new Date(), declineReason: "It did not" },
  });
  expect(await reportedOn()).toBeNull();
});
