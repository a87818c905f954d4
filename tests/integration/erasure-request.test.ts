// A person asks staff to delete everything: through the very action of the page.
import { beforeAll, expect, test, vi } from "vitest";
import { eraseForPersonAction } from "@/lib/desk/actions";
import { findWished } from "@/lib/desk/admin-queries";
import { db } from "@/lib/server/db";
import { signInAction } from "@/lib/staff/actions";
import { addStaffMember } from "@/lib/staff/mutations";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { newInquiry, outreachStaff } from "../support/inquiry";
import { formOf, outcomeOf } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

let staffId = "";
beforeAll(async () => {
  const login = { name: "Sam", email: "sam@example.org", role: "outreach" } as const;
  const added = await addStaffMember(staffSession(), login);
  const form = formOf({ email: login.email, password: added?.password ?? "", next: "/admin" });
  await outcomeOf(() => signInAction(null, form));
  staffId = (await db.staffMember.findFirstOrThrow({ where: { email: login.email }, select: { id: true } })).id;
});

const erase = (fields: Record<string, string>) => outcomeOf(() => eraseForPersonAction(null, formOf(fields)));

test("of two members at once one erases, and the other sees that it is done; one event says who and how they asked", async () => {
  const { id } = await newInquiry();
  const outcomes = await Promise.all([1, 2].map(() => erase({ id, way: "phone", sure: "on" })));
  expect(outcomes.map((outcome) => ("redirect" in outcome ? outcome.redirect : "")).toSorted()).toEqual([
    `/admin/inquiries/${id}?done=already_erased`,
    `/admin/inquiries/${id}?done=erased`,
  ]);
  expect(await db.auditEvent.findMany({ where: { subjectId: id } })).toMatchObject([
    { actorId: staffId, action: "inquiry.erased", before: null, after: { asked: "phone" } },
  ]);
  expect(await db.mail.findMany({ where: { inquiryId: id } })).toMatchObject([{ kind: "erasure" }]);
  expect(await findWished(outreachStaff, id)).toMatchObject({ isErased: true, contactCount: 0 });
});

test.each([
  ["how they asked", { sure: "on" }, { way: "wayMissing" }],
  ["a way we know", { way: "retention", sure: "on" }, { way: "wayMissing" }],
  ["that it was them", { way: "email" }, { sure: "sureMissing" }],
])("without %s nothing is erased", async (_, fields, fieldErrors) => {
  const { id } = await newInquiry();
  expect(await erase({ id, ...fields })).toMatchObject({
    answer: { status: "invalid", fieldErrors },
  });
  expect(await findWished(outreachStaff, id)).toMatchObject({ isErased: false });
});

test("an inquiry that does not exist is said to be gone", async () => {
  const id = "00000000-0000-4000-8000-000000000000";
  expect(await erase({ id, way: "other", sure: "on" })).toMatchObject({ answer: { code: "gone" } });
  expect(await findWished(outreachStaff, "nonsense")).toBeNull();
});
