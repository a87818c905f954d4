// What a place answered in one call is recorded whole, once, with one line of evidence.
import { describe, expect, test } from "vitest";
import { CALL_FACTS } from "@/lib/listings/call-facts";
import { getListing } from "@/lib/listings/admin-queries";
import { checkFacts } from "@/lib/listings/mutations";
import { answeredIn, callSchema } from "@/lib/listings/schema";
import { ATTRIBUTES } from "@/lib/facts/attributes";
import { db } from "@/lib/server/db";
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
    [{ "answer-SP": "yes", evidence: " " }, { evidence: "evidenceMissing" }],
    [{ evidence: "" }, { "answer-MM": "answersMissing", evidence: "evidenceMissing" }],
    [{ "answer-SP": "yes", asOf: "2126-01-01" }, { asOf: "dateFuture" }],
  ])("%o is sent back with %o", (fields, errors) => {
    const parsed = parse(fields);
    expect(parsed).toMatchObject({ ok: false, result: { fieldErrors: errors, values: fields } });
  });

  test("what was not asked stays as it was", () => {
    const parsed = parse({ "answer-MM": "", "answer-MD": "no", "answer-SP": "unknown" });
    expect(parsed.ok && answeredIn(parsed.data)).toEqual([
      { attribute: "MD", value: "no" },
      { attribute: "SP", value: "unknown" },
    ]);
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
    const call = { id, ...CALL, answers };
    await Promise.all([checkFacts(staff, call, "one-press"), checkFacts(staff, call, "one-press")]);
    const { staffChecks, facts } = (await getListing(staff, id))!;
    expect(staffChecks.map(({ attribute, value, evidence }) => [attribute, value, evidence]).toSorted()).toEqual(
      answers.map(({ attribute, value }) => [attribute, value, CALL.evidence]).toSorted(),
    );
    const now = new Map(facts.map(({ attribute, value }) => [attribute, value]));
    expect(answers.map(({ attribute }) => now.get(attribute))).toEqual(["no", "yes", "unknown"]);
    expect(await db.auditEvent.count({ where: { action: "listing.fact_checked", subjectId: id } })).toBe(3);
  });

  test("is recorded whole or not at all", async () => {
    const { id } = await db.listing.create({ data: placeRecord("b"), select: { id: true } });
    const broken = { attribute: "SP", value: "perhaps" as "yes" };
    await expect(checkFacts(staff, { id, ...CALL, answers: [...answers, broken] })).rejects.toThrow(/FactCheck/);
    expect((await getListing(staff, id))!.staffChecks).toEqual([]);
  });

  test("of a place that is gone is told so", async () => {
    expect(await checkFacts(staff, { id: "0190c3a1-0000-7000-8000-000000000001", ...CALL, answers })).toBeNull();
  });
});
