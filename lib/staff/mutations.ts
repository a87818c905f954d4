import "server-only";
import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { recordAudit } from "@/lib/audit/mutations";
import { db, type Db } from "@/lib/server/db";
import { generatePassword } from "./password";
import type { StaffRole } from "./types";

/** better-auth's name for an account that signs in with e-mail and password. */
const CREDENTIAL = "credential";

/** Makes the first administrator of an empty house; does nothing when anyone is on the staff already. */
export async function ensureFirstAdministrator(input: {
  email: string;
  password: string;
}): Promise<"created" | "exists"> {
  if ((await db.staffMember.count()) > 0) return "exists";
  const added = await addMember(null, { name: "Administrator", email: input.email, role: "admin" }, input.password);
  return added ? "created" : "exists";
}

/**
 * Adds a staff member with a generated password, which is returned once and stored only as a hash.
 * Null when the e-mail address belongs to someone already.
 */
export async function addStaffMember(
  actorId: string,
  member: { name: string; email: string; role: StaffRole },
): Promise<{ staffId: string; password: string } | null> {
  const password = generatePassword();
  const staffId = await addMember(actorId, member, password);
  return staffId ? { staffId, password } : null;
}

/** Sets a member's password and signs them out everywhere. */
export async function setPassword(actorId: string | null, staffId: string, password: string): Promise<void> {
  const hash = await hashPassword(password);
  await db.$transaction(async (tx) => {
    await tx.staffAccount.updateMany({
      where: { staffMemberId: staffId, providerId: CREDENTIAL },
      data: { password: hash },
    });
    await tx.staffLogin.deleteMany({ where: { staffMemberId: staffId } });
    await recordAudit(tx, { actorId, action: "staff.password_set", subjectType: "staff", subjectId: staffId });
  });
}

/** A generated password for a member who lost theirs, returned once; null when there is no such member. */
export async function resetPassword(
  actorId: string,
  staffId: string,
): Promise<{ email: string; password: string } | null> {
  const member = await db.staffMember.findUnique({ where: { id: staffId }, select: { email: true } });
  if (!member) return null;
  const password = generatePassword();
  await setPassword(actorId, staffId, password);
  return { email: member.email, password };
}

/** better-auth has made the session; this only writes it down. */
export async function recordSignIn(staffId: string): Promise<void> {
  await recordAudit(db, { actorId: staffId, action: "staff.signed_in", subjectType: "staff", subjectId: staffId });
}

/** better-auth has changed the password; this only writes it down. */
export async function recordPasswordChange(staffId: string): Promise<void> {
  await recordAudit(db, {
    actorId: staffId,
    action: "staff.password_changed",
    subjectType: "staff",
    subjectId: staffId,
  });
}

/** Gives a member another role; refused when no administrator would be left. */
export async function changeRole(
  actorId: string,
  staffId: string,
  role: StaffRole,
): Promise<"ok" | "last_admin" | "gone"> {
  return db.$transaction(async (tx) => {
    const { member, otherAdmins } = await memberAndOtherAdmins(tx, staffId);
    if (!member) return "gone";
    if (member.role === role) return "ok";
    if (member.role === "admin" && otherAdmins === 0) return "last_admin";
    await tx.staffMember.update({ where: { id: staffId }, data: { role }, select: { id: true } });
    await recordAudit(tx, {
      actorId,
      action: "staff.role_changed",
      subjectType: "staff",
      subjectId: staffId,
      before: { role: member.role },
      after: { role },
    });
    return "ok";
  });
}

/** Removes a member with their sign-ins; what they did stays in the audit. Refused for the last administrator. */
export async function removeStaffMember(actorId: string, staffId: string): Promise<"ok" | "last_admin" | "gone"> {
  return db.$transaction(async (tx) => {
    const { member, otherAdmins } = await memberAndOtherAdmins(tx, staffId);
    if (!member) return "gone";
    if (member.role === "admin" && otherAdmins === 0) return "last_admin";
    await tx.staffMember.delete({ where: { id: staffId }, select: { id: true } });
    await recordAudit(tx, {
      actorId,
      action: "staff.removed",
      subjectType: "staff",
      subjectId: staffId,
      before: { name: member.name, email: member.email, role: member.role },
    });
    return "ok";
  });
}

async function addMember(
  actorId: string | null,
  { name, email, role }: { name: string; email: string; role: StaffRole },
  password: string,
): Promise<string | null> {
  const id = randomUUID();
  const hash = await hashPassword(password);
  return db.$transaction(async (tx) => {
    const { count } = await tx.staffMember.createMany({
      // better-auth looks accounts up in lower case.
      data: [{ id, name, email: email.trim().toLowerCase(), role, emailVerified: true }],
      skipDuplicates: true,
    });
    if (count === 0) return null;
    await tx.staffAccount.create({
      data: { id: randomUUID(), accountId: id, providerId: CREDENTIAL, staffMemberId: id, password: hash },
      select: { id: true },
    });
    await recordAudit(tx, {
      actorId,
      action: "staff.added",
      subjectType: "staff",
      subjectId: id,
      after: { name, role },
    });
    return id;
  });
}

/** Locks every administrator's row first, so that two removals at once cannot leave none. */
async function memberAndOtherAdmins(tx: Db, staffId: string) {
  await tx.$queryRaw`SELECT "id" FROM "StaffMember" WHERE "role" = 'admin' FOR UPDATE`;
  const member = await tx.staffMember.findUnique({
    where: { id: staffId },
    select: { name: true, email: true, role: true },
  });
  const otherAdmins = await tx.staffMember.count({ where: { role: "admin", id: { not: staffId } } });
  return { member, otherAdmins };
}
