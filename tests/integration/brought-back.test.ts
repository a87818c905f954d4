// A member who was removed is out at once, and can be brought back for a month as they were.
import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { listAssignable } from "@/lib/desk/admin-queries";
import { workInquiry } from "@/lib/desk/mutations";
import { countInquiries, viewInquiry } from "@/lib/inquiries/admin-queries";
import { declareInterest } from "@/lib/interests/mutations";
import { hasInterest } from "@/lib/interests/queries";
import { db } from "@/lib/server/db";
import { ensureQueue } from "@/lib/server/queue";
import { signInAction } from "@/lib/staff/actions";
import { listMembers, listRemovedMembers } from "@/lib/staff/admin-queries";
import { deleteRemovedMembers } from "@/lib/staff/jobs";
import {
  addStaffMember,
  bringStaffMemberBack,
  ensureFirstAdministrator,
  removeStaffMember,
  resetPassword,
} from "@/lib/staff/mutations";
import { currentStaff } from "@/lib/staff/session";
import { BRING_BACK_DAYS, type StaffSession } from "@/lib/staff/types";
import { staffSession } from "../support/actors";
import { signInAdministrator } from "../support/administrator";
import { testDatabase } from "../support/database";
import { newInquiry, newListing } from "../support/inquiry";
import { browser, formOf, outcomeOf } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

let admin: StaffSession;
let member: { staffId: string; email: string; password: string };

beforeAll(async () => {
  await ensureQueue();
  admin = await signInAdministrator();
});

beforeEach(async () => {
  const email = `rae-${randomUUID()}@example.org`;
  const added = await addStaffMember(admin, { name: "Rae", email, role: "outreach" });
  member = { email, ...added! };
});

const signIn = (email: string, password: string) => {
  browser.forget();
  return outcomeOf(() => signInAction(null, formOf({ email, password, next: "/admin" })));
};
const IN = { redirect: "/admin" };
const REFUSED = { answer: { status: "failed", code: "refused" } };
const remove = () => removeStaffMember(admin, member.staffId);
const bringBack = () => bringStaffMemberBack(admin, member.staffId);
const listed = async () => (await listMembers(admin)).map(({ id }) => id);

describe("a removed member", () => {
  test("is out at once, in a browser that was signed in and with the right password", async () => {
    expect(await signIn(member.email, member.password)).toEqual(IN);
    await remove();
    expect(await currentStaff()).toBeNull();
    expect(await signIn(member.email, member.password)).toMatchObject(REFUSED);
    expect(await listed()).not.toContain(member.staffId);
  });

  test("is let in by no sign-in that was under way, and gets no new password", async () => {
    await signIn(member.email, member.password);
    const login = await db.staffLogin.findFirstOrThrow({ where: { staffMemberId: member.staffId } });
    await remove();
    await db.staffLogin.create({ data: login, select: { id: true } });
    expect(await currentStaff()).toBeNull();
    expect(await resetPassword(admin, member.staffId)).toBeNull();
  });

  test("comes back with role, password, inquiries and conflicts of interest", async () => {
    const rae = staffSession({ staffId: member.staffId, role: "outreach" });
    const slug = `place-${randomUUID()}`;
    const listingId = await newListing({ slug });
    await declareInterest(rae, slug, "owns_part");
    const { id } = await newInquiry();
    const choice = { status: "in_progress", assigneeId: member.staffId, dueOn: null, answered: false } as const;
    await workInquiry(admin, id, 1, choice);
    const nobodys = () => countInquiries(admin, { assignee: "nobody" });
    const before = await nobodys();

    await remove();
    expect(await nobodys()).toBe(before + 1);
    expect((await viewInquiry(admin, id))?.assignee).toBeNull();
    expect((await listAssignable(admin)).map((each) => each.id)).not.toContain(member.staffId);

    expect([await bringBack(), await bringBack()]).toEqual(["ok", "ok"]);
    expect(await signIn(member.email, member.password)).toEqual(IN);
    expect(await currentStaff()).toMatchObject({ staffId: member.staffId, name: "Rae", role: "outreach" });
    expect(await nobodys()).toBe(before);
    expect((await viewInquiry(admin, id))?.assignee).toMatchObject({ name: "Rae" });
    expect(await hasInterest(member.staffId, listingId)).toBe(true);
    const events = await db.auditEvent.findMany({ where: { subjectId: member.staffId }, orderBy: { at: "asc" } });
    expect(events.map(({ action }) => action)).toEqual(expect.arrayContaining(["staff.removed", "staff.brought_back"]));
    expect(events.filter(({ action }) => action === "staff.brought_back")).toHaveLength(1);
  });

  test("is deleted after a month, and not before", async () => {
    await remove();
    const removed = (await listRemovedMembers(admin)).find(({ id }) => id === member.staffId);
    expect(removed).toMatchObject({ name: "Rae", email: member.email, role: "outreach" });
    const until = removed!.until.getTime();
    expect(until - removed!.removedAt.getTime()).toBe(BRING_BACK_DAYS * 24 * 60 * 60_000);
    await deleteRemovedMembers(system("retention"), until - 1000);
    expect(await db.staffMember.count({ where: { id: member.staffId } })).toBe(1);
    await deleteRemovedMembers(system("retention"), until + 1000);
    expect(await db.staffMember.count({ where: { id: member.staffId } })).toBe(0);
    expect(await bringBack()).toBe("gone");
  });

  test("makes room for a new account with the same email, which starts empty", async () => {
    await remove();
    const added = await addStaffMember(admin, { name: "Rae", email: member.email, role: "editor" });
    expect(added?.staffId).not.toBe(member.staffId);
    expect(await bringBack()).toBe("gone");
    expect(await signIn(member.email, member.password)).toMatchObject(REFUSED);
    expect(await signIn(member.email, added?.password ?? "")).toEqual(IN);
  });
});

test("an administrator who was removed is none: the last one stays, and a house without one gets one", async () => {
  const second = await addStaffMember(admin, { name: "Second", email: `${randomUUID()}@example.org`, role: "admin" });
  await removeStaffMember(admin, second?.staffId ?? "");
  expect(await removeStaffMember(admin, admin.staffId)).toBe("last_admin");
  const first = { email: "first@example.org", password: "correct horse battery" };
  expect(await ensureFirstAdministrator(system("administrator"), first)).toBe("exists");
});
