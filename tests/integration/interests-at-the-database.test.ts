// A conflict of interest at the database: a prompt there gets no further than the code, whatever it writes of the place.
import type pg from "pg";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { proposeCall, recordCall } from "@/lib/calls/mutations";
import { testDatabase } from "../support/database";
import { openDatabase } from "../support/database-prompt";
import { CALL, colleague, judgedPlace, OTHER_LICENSE } from "../support/judged-place";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();
const { place, declare } = judgedPlace();

const CONFLICT = "A conflict of interest is declared";
const TOLD = { ...CALL, answers: [], admissions: ["wait.week" as const] };
let prompt: pg.Client;

/** What a colleague was told, an answer and a proposed call, and the declaration after it. */
beforeEach(async () => {
  await recordCall(colleague, { id: place.listingId, ...TOLD });
  await proposeCall(colleague, { id: place.listingId, ...TOLD });
  await declare();
  prompt = await openDatabase();
});

/** Each without its last value, who it was. */
const ROWS = {
  facts: `INSERT INTO "FactSheet" ("id", "listingId", "source", "asOf", "asOfPrecision", "yes", "no", "unknown", "unrecognised", "evidence", "staffMemberId")
    VALUES (gen_random_uuid(), $1, 'staff', '2026-11-20', 'day', '{BU}', '{}', '{}', '{}', 'They said so'`,
  check: `INSERT INTO "FactCheck" ("id", "listingId", "attribute", "value", "evidence", "asOf", "staffMemberId")
    VALUES (gen_random_uuid(), $1, 'BU', 'yes', 'They said so', '2026-11-20'`,
  note: `INSERT INTO "LicenseNote" ("id", "listingId", "licenseNumber", "note", "evidence", "staffMemberId")
    VALUES (gen_random_uuid(), $1, '${OTHER_LICENSE}', 'Another tenant', 'Their door'`,
  admission: `INSERT INTO "AdmissionCheck" ("id", "listingId", "question", "answer", "evidence", "asOf", "staffMemberId")
    VALUES (gen_random_uuid(), $1, 'wait', 'none', 'They said so', '2026-11-20'`,
  call: `INSERT INTO "ProposedCall" ("id", "listingId", "facts", "admissions", "evidence", "asOf", "staffMemberId")
    VALUES (gen_random_uuid(), $1, '[]', '["wait.none"]', 'They said so', '2026-11-20'`,
};
/** Of a table of checks: all that the place has. */
const retractionIn = (table: string) =>
  `UPDATE "${table}" SET "retractedAt" = now(), "retractedById" = $2, "retractedReason" = 'x' WHERE "listingId" = $1`;
const DECISION = `UPDATE "ProposedCall" SET "decision" = 'accepted', "decidedAt" = now(), "decidedById" = $2 WHERE "listingId" = $1`;

const here = () => [place.listingId];
const byColleague = () => [place.listingId, colleague.staffId];

describe("a prompt that says who writes", () => {
  const as = (member: string, sql: string, values: unknown[]) =>
    prompt
      .query("BEGIN")
      .then(() => prompt.query("SELECT set_config('house.staff', $1, true)", [member]))
      .then(() => prompt.query(sql, values))
      .then(
        () => prompt.query("COMMIT").then(() => "done"),
        (error: unknown) => prompt.query("ROLLBACK").then(() => String(error)),
      );

  test.each<[string, string, () => unknown[]]>([
    ["its columns", `UPDATE "Listing" SET "name" = 'Best of all' WHERE "id" = $1`, here],
    ["its closing", `UPDATE "Listing" SET "closedOn" = '2026-11-20', "closedReason" = 'x' WHERE "id" = $1`, here],
    ["its standing", `UPDATE "Listing" SET "status" = 'archived' WHERE "id" = $1`, here],
    ["its facts", `${ROWS.facts}, $2)`, byColleague],
    ["a check of it", `${ROWS.check}, $2)`, byColleague],
    ["a note about a license", `${ROWS.note}, $2)`, byColleague],
    ["what it says of getting in", `${ROWS.admission}, $2)`, byColleague],
    ["a retraction of that", retractionIn("AdmissionCheck"), byColleague],
    ["the removal of that", `DELETE FROM "AdmissionCheck" WHERE "listingId" = $1`, here],
    ["a proposed call", `${ROWS.call}, $2)`, byColleague],
    ["a decision about one", DECISION, byColleague],
    ["the removal of one", `DELETE FROM "ProposedCall" WHERE "listingId" = $1`, here],
    [
      "its address",
      `INSERT INTO "SlugRedirect" ("subject", "fromSlug", "subjectId") VALUES ('listing', 'x-' || $1, $1::uuid)`,
      here,
    ],
    ["a report", `UPDATE "Correction" SET "status" = 'spam' WHERE "id" = $1`, () => [place.correctionId]],
    ["the removal of a report", `DELETE FROM "Correction" WHERE "id" = $1`, () => [place.correctionId]],
    ["what it answered", `UPDATE "Outreach" SET "outcome" = 'no_room' WHERE "id" = $1`, () => [place.outreachId]],
  ])("a colleague changes %s, and who has the interest does not", async (_, sql, values) => {
    expect(await as(place.sam.staffId, sql, values())).toContain(CONFLICT);
    expect(await as(colleague.staffId, sql, values())).toBe("done");
  });
});

describe("a prompt that says nothing writes nothing that names who has the interest", () => {
  test.each(Object.entries(ROWS))("as who found it out: %s", async (_, row) => {
    await expect(prompt.query(`${row}, $2)`, [place.listingId, place.sam.staffId])).rejects.toThrow(CONFLICT);
    await prompt.query(`${row}, $2)`, byColleague());
  });

  test.each(["FactCheck", "AdmissionCheck"])("as who retracted one: %s", async (table) => {
    await prompt.query(`${ROWS.check}, $2)`, byColleague());
    await expect(prompt.query(retractionIn(table), [place.listingId, place.sam.staffId])).rejects.toThrow(CONFLICT);
    await prompt.query(retractionIn(table), byColleague());
  });

  test("in the record of what was done; to have looked at a report decides nothing", async () => {
    const event = `INSERT INTO "AuditEvent" ("id", "actorId", "action", "subjectType", "subjectId") VALUES (gen_random_uuid(), $1, $2, $3, $4)`;
    await expect(
      prompt.query(event, [place.sam.staffId, "listing.edited", "listing", place.listingId]),
    ).rejects.toThrow(CONFLICT);
    await expect(
      prompt.query(event, [place.sam.staffId, "correction.accepted", "correction", place.correctionId]),
    ).rejects.toThrow(CONFLICT);
    await prompt.query(event, [place.sam.staffId, "correction.viewed", "correction", place.correctionId]);
    await prompt.query(event, [null, "correction.erased", "correction", place.correctionId]);
  });
});
