// A person asks staff to end their consent: through the very action of the page.
import { expect, test, vi } from "vitest";
import { withdrawForPersonAction } from "@/lib/desk/actions";
import { findWished } from "@/lib/desk/admin-queries";
import { receiptTokenOf } from "../support/inquiry";
import { findReceipt } from "@/lib/receipts/queries";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { newInquiry, outreachStaff } from "../support/inquiry";
import { desk, mailOf, person, press, useDesk } from "../support/outreach-mail";
import { formOf, outcomeOf } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();
useDesk();

const withdraw = (fields: Record<string, string>) => outcomeOf(() => withdrawForPersonAction(null, formOf(fields)));

test("of two members at once one ends it, waiting mail to a place is stopped, and one event says who and how", async () => {
  const { id, reference } = await person();
  await press(id);
  expect(await findWished(outreachStaff, id)).toMatchObject({ hasActiveConsent: true, contactCount: 1 });
  const outcomes = await Promise.all([1, 2].map(() => withdraw({ id, way: "phone", sure: "on" })));
  expect(outcomes.map((outcome) => ("redirect" in outcome ? outcome.redirect : "")).toSorted()).toEqual([
    `/admin/inquiries/${id}?done=already_withdrawn`,
    `/admin/inquiries/${id}?done=withdrawn`,
  ]);
  expect(await mailOf(id)).toMatchObject({ status: "cancelled" });
  expect(await findWished(outreachStaff, id)).toMatchObject({ hasActiveConsent: false, isErased: false });
  const where = { subjectId: id, action: "inquiry.consent_withdrawn" };
  expect(await db.auditEvent.findMany({ where })).toMatchObject([
    { actorId: desk.staff.staffId, after: { asked: "phone" } },
  ]);
  expect(await findReceipt(await receiptTokenOf(reference))).toMatchObject({
    receipt: { consents: [{ ending: "withdrawn" }], needs: { near: "90033" } },
  });
});

test.each([
  ["how they asked", { sure: "on" }, { way: "wayMissing" }],
  ["that it was them", { way: "email" }, { sure: "sureMissing" }],
])("without %s nothing ends", async (_, fields, fieldErrors) => {
  const { id } = await newInquiry();
  expect(await withdraw({ id, ...fields })).toMatchObject({ answer: { status: "invalid", fieldErrors } });
  expect(await findWished(outreachStaff, id)).toMatchObject({ hasActiveConsent: true });
});

test("an inquiry that does not exist is said to be gone", async () => {
  const id = "00000000-0000-4000-8000-000000000000";
  expect(await withdraw({ id, way: "other", sure: "on" })).toMatchObject({ answer: { code: "gone" } });
});
