// What a place answered in one call is recorded whole, once, with one line of evidence.
import { describe, expect, test } from "vitest";
import { ADMISSION_ANSWERS, ADMISSION_QUESTIONS, admissionOf } from "@/lib/admissions/questions";
import { CALL_FACTS } from "@/lib/calls/call-facts";
import { recordCall } from "@/lib/calls/mutations";
import { callOf, callSchema } from "@/lib/calls/schema";
import { getListing } from "@/lib/listings/admin-queries";
import { retractAdmission } from "@/lib/admissions/mutations";
import { findListing } from "@/lib/listings/queries";
import { ATTRIBUTES } from "@/lib/facts/attributes";
import { db } from "@/lib/server/db";
import { daysAfter, today } from "@/lib/shared/dates";
import { parseForm } from "@/lib/shared/form-data";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";

testDatabase();

const placeRecord = (siteKey: string) => ({
  siteKey,
  slug: siteKey,
  name: siteKey,
  status: "published" as const,
  street: "1 Elm St",
  city: "Los Angeles",
  state: "CA",
  zip: "90012",
  county: "Los Angeles",
  kind: "outpatient" as const,
});
const staff = staffSession({ role: "editor" });
const CALL = { evidence: "Front desk, by phone", asOf: "2026-11-20" };

describe("the form of a call", () => {
  const id = "0190c3a1-0000-7000-8000-000000000000";
  const parse = (fields: Record<string, string>) => parseForm(callSchema, { id, ...CALL, ...fields });

  test("asks for a dozen facts of the code book", () => {
    expect(CALL_FACTS).toHaveLength(12);
    expect(CALL_FACTS.filter((fact) => !ATTRIBUTES.has(fact))).toEqual([]);
  });

  test.each([
    [{}, { "answer-MM": "answersMissing" }],
    [{ "answer-MM": "" }, { "answer-MM": "answersMissing" }],
    [{ "answer-SP": "perhaps" }, { "answer-SP": "factValueMissing" }],
    [{ "answer-wait": "yes" }, { "answer-wait": "factValueMissing" }],
    [{ "answer-SP": "yes", evidence: " " }, { evidence: "evidenceMissing" }],
    [{ evidence: "" }, { "answer-MM": "answersMissing", evidence: "evidenceMissing" }],
    [{ "answer-SP": "yes", asOf: "2126-01-01" }, { asOf: "dateFuture" }],
  ])("%o is sent back with %o", (fields, errors) => {
    const parsed = parse(fields);
    expect(parsed).toMatchObject({ ok: false, result: { fieldErrors: errors, values: fields } });
  });

  test("what was not asked stays as it was", () => {
    const parsed = parse({ "answer-MM": "", "answer-MD": "no", "answer-SP": "unknown", "answer-wait": "week" });
    expect(parsed.ok && callOf(parsed.data)).toEqual({
      id,
      ...CALL,
      answers: [
        { attribute: "MD", value: "no" },
        { attribute: "SP", value: "unknown" },
      ],
      admissions: ["wait.week"],
    });
  });

  test("a wait alone is a call too", () => {
    const parsed = parse({ "answer-wait": "none" });
    expect(parsed.ok && callOf(parsed.data)).toMatchObject({ answers: [], admissions: ["wait.none"] });
  });
});

describe("a call", () => {
  const answers = [
    { attribute: "MD", value: "no" },
    { attribute: "SP", value: "yes" },
    { attribute: "NP", value: "unknown" },
  ] as const;

  test("is recorded once however often the button was pressed, each fact with an event of its own", async () => {
    const { id } = await db.listing.create({ data: placeRecord("a"), select: { id: true } });
    const call = { id, ...CALL, answers, admissions: ["wait.week", "cost.nothing"] as const };
    const press = () =>
      recordCall(staff, { ...call, answers: [...answers], admissions: [...call.admissions] }, "one-press");
    expect(await Promise.all([press(), press()])).toEqual(["a", "a"]);
    const { staffChecks, facts, admissions } = (await getListing(staff, id))!;
    expect(staffChecks.map(({ attribute, value, evidence }) => [attribute, value, evidence]).toSorted()).toEqual(
      answers.map(({ attribute, value }) => [attribute, value, CALL.evidence]).toSorted(),
    );
    const now = new Map(facts.map(({ attribute, value }) => [attribute, value]));
    expect(answers.map(({ attribute }) => now.get(attribute))).toEqual(["no", "yes", "unknown"]);
    expect(admissions.map(({ said }) => said).toSorted()).toEqual(["cost.nothing", "wait.week"]);
    const events = await db.auditEvent.groupBy({ by: ["action"], where: { subjectId: id }, _count: true });
    expect(Object.fromEntries(events.map(({ action, _count }) => [action, _count]))).toEqual({
      "listing.fact_checked": 3,
      "listing.admission_checked": 2,
    });
  });

  test("is recorded whole or not at all", async () => {
    const { id } = await db.listing.create({ data: placeRecord("b"), select: { id: true } });
    const broken = { attribute: "SP", value: "perhaps" as "yes" };
    await expect(
      recordCall(staff, { id, ...CALL, answers: [...answers, broken], admissions: ["wait.week"] }),
    ).rejects.toThrow(/FactCheck/);
    const said = "wait.soon" as "wait.week";
    await expect(recordCall(staff, { id, ...CALL, answers: [...answers], admissions: [said] })).rejects.toThrow(
      /AdmissionCheck/,
    );
    expect(await getListing(staff, id)).toMatchObject({ staffChecks: [], admissions: [] });
  });

  test("of a place that is gone is told so", async () => {
    const gone = { id: "0190c3a1-0000-7000-8000-000000000001", ...CALL, answers: [...answers] };
    expect(await recordCall(staff, { ...gone, admissions: ["wait.week"] })).toBeNull();
  });
});

describe("what a place says of getting in", () => {
  const printedOf = async (slug: string) => {
    const found = await findListing(slug);
    return found.state === "published" ? found.listing.admissions : [];
  };
  const day = (ago: number) => daysAfter(today(), -ago);

  test("the database knows the same answers as the form", async () => {
    const { id } = await db.listing.create({ data: placeRecord("c"), select: { id: true } });
    const all = ADMISSION_QUESTIONS.flatMap((question) =>
      ADMISSION_ANSWERS[question].map((answer) => admissionOf(`${question}.${answer}`)!),
    );
    for (const said of all) await recordCall(staff, { id, ...CALL, answers: [], admissions: [said] });
    expect((await getListing(staff, id))!.admissions.map(({ said }) => said).toSorted()).toEqual(all.toSorted());
  });

  test("is printed as of its day, the newest answer to each question, and old after its time", async () => {
    const { id } = await db.listing.create({ data: placeRecord("d"), select: { id: true } });
    const tell = (admissions: Parameters<typeof recordCall>[1]["admissions"], ago: number) =>
      recordCall(staff, { id, evidence: "By phone", asOf: day(ago), answers: [], admissions });
    await tell(["wait.month", "cost.by-income"], 15);
    expect(await printedOf("d")).toEqual([
      { said: "wait.month", asOf: day(15), isOld: true },
      { said: "cost.by-income", asOf: day(15), isOld: false },
    ]);
    await tell(["wait.week"], 14);
    // What was true before is written down later.
    await tell(["wait.longer"], 40);
    expect((await printedOf("d"))[0]).toEqual({ said: "wait.week", asOf: day(14), isOld: false });
    await tell(["wait.none"], 14);
    expect((await printedOf("d"))[0]).toEqual({ said: "wait.none", asOf: day(14), isOld: false });
  });

  test("is retracted, once, and what was said before is printed again", async () => {
    const { id } = await db.listing.create({ data: placeRecord("e"), select: { id: true } });
    const tell = (asOf: string, said: "wait.week" | "wait.month") =>
      recordCall(staff, { id, evidence: "By phone", asOf, answers: [], admissions: [said] });
    await tell(day(3), "wait.month");
    await tell(day(2), "wait.week");
    const [newest] = (await getListing(staff, id))!.admissions;
    const retraction = { id, checkId: newest!.id, reason: "Another place" };
    expect(await Promise.all([retractAdmission(staff, retraction), retractAdmission(staff, retraction)])).toEqual([
      "e",
      "e",
    ]);
    expect((await printedOf("e")).map(({ said }) => said)).toEqual(["wait.month"]);
    const where = { action: "listing.admission_retracted", subjectId: id };
    expect(await db.auditEvent.count({ where })).toBe(1);
    expect(await retractAdmission(staff, { ...retraction, checkId: id })).toBeNull();
  });
});
