import "server-only";
import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import type { SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { wasRecorded } from "@/lib/audit/queries";
import { tellJournal } from "@/lib/journal/mutations";
import { db, type Db } from "@/lib/server/db";
import { once } from "@/lib/server/once";
import { generatePassword } from "./password";
import {
  CREDENTIAL,
  FIRST_ADMINISTRATOR,
  IDLE_SECONDS,
  MAX_SESSION_SECONDS,
  type StaffRole,
  type StaffSession,
} from "./types";

/** The same account while its member is removed: better-auth finds no password. */
const REMOVED = "removed";

/** Makes the first administrator of an empty house; does nothing when anyone is on the staff already. */
export async function ensureFirstAdministrator(
  actor: SystemActor,
  { email, password }: { email: string; password: string },
): Promise<"created" | "exists"> {
  if ((await db.staffMember.count({ where: { removedAt: null } })) > 0) return "exists";
  const added = await addMember(actor, { name: FIRST_ADMINISTRATOR, email, role: "admin" }, password);
  return added ? "created" : "exists";
}

/** The press that asks for a new password, and that password. */
interface NewSecret {
  act: string | null;
  password: string;
}

/**
 * Adds a staff member with a generated password, which is returned once and stored only as a hash.
 * Null when the e-mail address belongs to someone already.
 */
export async function addStaffMember(
  staff: StaffSession,
  member: { name: string; email: string; role: StaffRole },
  { act, password }: NewSecret = { act: null, password: generatePassword() },
): Promise<{ staffId: string; password: string } | null> {
  const staffId = await addMember(staff, member, password, act);
  return staffId ? { staffId, password } : null;
}

/** Sets a member's password and signs them out everywhere. */
export async function setPassword(
  actor: StaffSession | SystemActor,
  staffId: string,
  password: string,
  act: string | null = null,
): Promise<void> {
  const hash = await hashPassword(password);
  await db.$transaction((tx) => once(tx, act, () => writePassword(tx, actor, staffId, hash)));
}

async function writePassword(
  tx: Db,
  actor: StaffSession | SystemActor,
  staffId: string,
  hash: string,
): Promise<string> {
  await tx.staffAccount.updateMany({
    where: { staffMemberId: staffId, providerId: CREDENTIAL },
    data: { password: hash },
  });
  await tx.staffLogin.deleteMany({ where: { staffMemberId: staffId } });
  await recordAudit(tx, actor, { action: "staff.password_set", subjectType: "staff", subjectId: staffId });
  await tellJournal(tx, actor, { act: "staff.password_set", subjectId: staffId });
  return staffId;
}

/** Tells the journal of a change that better-auth is about to make: from now on no restored backup lets the old one in. */
export async function announcePasswordChange(staff: StaffSession): Promise<void> {
  await tellJournal(db, staff, { act: "staff.password_changed", subjectId: staff.staffId });
}

/** A generated password for a member who lost theirs, returned once; null when there is no such member. */
export async function resetPassword(
  staff: StaffSession,
  staffId: string,
  { act, password }: NewSecret = { act: null, password: generatePassword() },
): Promise<{ email: string; password: string } | null> {
  const member = await db.staffMember.findUnique({ where: { id: staffId, removedAt: null }, select: { email: true } });
  if (!member) return null;
  await setPassword(staff, staffId, password, act);
  return { email: member.email, password };
}

/**
 * Notes that a browser's session is used, or ends it: half a day after its last request, and a week after its sign-in,
 * however much is done in it. By the database's clock alone.
 * @returns how many seconds ago it began; null when it has ended
 */
export async function useLogin(_actor: SystemActor, token: string): Promise<number | null> {
  const [used] = await db.$queryRaw<{ seconds: number }[]>`
    UPDATE "StaffLogin" SET "usedAt" = utc_clock()
    WHERE "token" = ${token} AND "usedAt" > utc_clock() - make_interval(secs => ${IDLE_SECONDS}::int)
      AND "createdAt" > utc_clock() - make_interval(secs => ${MAX_SESSION_SECONDS}::int)
      AND EXISTS (SELECT 1 FROM "StaffMember" m WHERE m."id" = "staffMemberId" AND m."removedAt" IS NULL)
    RETURNING extract(epoch FROM utc_clock() - "createdAt")::float AS "seconds"`;
  if (!used) await db.staffLogin.deleteMany({ where: { token } });
  return used?.seconds ?? null;
}

/** A password was wrong. It is told to the member, and what was typed is kept nowhere. */
export async function recordFailedTry(
  actor: SystemActor,
  staffId: string,
  browser: "known" | "unknown",
): Promise<void> {
  const subject = { subjectType: "staff", subjectId: staffId } as const;
  await recordAudit(db, actor, { action: "staff.sign_in_failed", ...subject, after: { browser } });
}

/** The member has read of the failed tries until `until`; of later ones they are told. */
export async function markTriesRead(staff: StaffSession, until: Date): Promise<void> {
  await db.staffMember.updateMany({
    where: { id: staff.staffId, triesReadAt: { lt: until } },
    data: { triesReadAt: until },
  });
}

/** better-auth has made the session; this only writes it down. */
export async function recordSignIn(staff: StaffSession): Promise<void> {
  await recordAudit(db, staff, { action: "staff.signed_in", subjectType: "staff", subjectId: staff.staffId });
}

/** better-auth has changed the password; this only writes it down, once for the press that did it. */
export async function recordPasswordChange(staff: StaffSession, act: string | null): Promise<void> {
  const { staffId } = staff;
  await db.$transaction((tx) =>
    once(tx, act, async () => {
      await recordAudit(tx, staff, { action: "staff.password_changed", subjectType: "staff", subjectId: staffId });
      return staffId;
    }),
  );
}

/** Gives a member another role; refused when no administrator would be left. */
export async function changeRole(
  staff: StaffSession,
  staffId: string,
  role: StaffRole,
): Promise<"ok" | "last_admin" | "gone"> {
  return db.$transaction(async (tx) => {
    const { member, otherAdmins } = await memberAndOtherAdmins(tx, staffId);
    if (!member) return "gone";
    if (member.role === role) return "ok";
    if (member.role === "admin" && otherAdmins === 0) return "last_admin";
    await writeRole(tx, staff, staffId, { before: member.role, after: role });
    return "ok";
  });
}

/** The same again, when a restored backup has given back the former role. */
export async function changeRoleAgain(actor: SystemActor, staffId: string, role: StaffRole): Promise<void> {
  await db.$transaction(async (tx) => {
    const { member } = await memberAndOtherAdmins(tx, staffId);
    if (member && member.role !== role) await writeRole(tx, actor, staffId, { before: member.role, after: role });
  });
}

async function writeRole(
  tx: Db,
  actor: StaffSession | SystemActor,
  staffId: string,
  { before, after }: { before: StaffRole; after: StaffRole },
): Promise<void> {
  await tx.staffMember.update({ where: { id: staffId }, data: { role: after }, select: { id: true } });
  await recordAudit(tx, actor, {
    action: "staff.role_changed",
    subjectType: "staff",
    subjectId: staffId,
    before: { role: before },
    after: { role: after },
  });
  await tellJournal(tx, actor, { act: "staff.role_changed", subjectId: staffId, word: after });
}

/**
 * Removes a member: their sign-ins end, nobody signs in to the account, and what they worked on is nobody's. What they did
 * stays in the audit. The account can be brought back for `BRING_BACK_DAYS`. Refused for the last administrator.
 */
export async function removeStaffMember(staff: StaffSession, staffId: string): Promise<"ok" | "last_admin" | "gone"> {
  return db.$transaction(async (tx) => {
    const { member, otherAdmins } = await memberAndOtherAdmins(tx, staffId);
    // Pressed twice, it has been done.
    if (!member) return (await wasRecorded(tx, removalOf(staffId))) ? "ok" : "gone";
    if (member.role === "admin" && otherAdmins === 0) return "last_admin";
    await writeRemoval(tx, staff, staffId, member);
    return "ok";
  });
}

/** The same again, when a restored backup has brought the member back; also of the last administrator. */
export async function removeStaffMemberAgain(actor: SystemActor, staffId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { member } = await memberAndOtherAdmins(tx, staffId);
    if (member) await writeRemoval(tx, actor, staffId, member);
  });
}

const removalOf = (staffId: string) => ({ action: "staff.removed", subjectType: "staff", subjectId: staffId }) as const;

async function writeRemoval(
  tx: Db,
  actor: StaffSession | SystemActor,
  staffId: string,
  { name, email, role }: { name: string; email: string; role: StaffRole },
): Promise<void> {
  await setRemoved(tx, staffId, new Date());
  await tx.staffLogin.deleteMany({ where: { staffMemberId: staffId } });
  await recordAudit(tx, actor, { ...removalOf(staffId), before: { name, email, role } });
  await tellJournal(tx, actor, { act: "staff.removed", subjectId: staffId });
}

/**
 * Brings a removed member back as they were: role, password, what they worked on, their conflicts of interest. No journal
 * keeps it: after a restored backup they are removed again, and can be brought back again.
 */
export async function bringStaffMemberBack(staff: StaffSession, staffId: string): Promise<"ok" | "gone"> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "StaffMember" WHERE "id" = ${staffId} FOR UPDATE`;
    const member = await tx.staffMember.findUnique({ where: { id: staffId }, select: memberSelect });
    if (!member) return "gone";
    if (!member.removedAt) return "ok";
    await setRemoved(tx, staffId, null);
    const { name, role } = member;
    const subject = { subjectType: "staff", subjectId: staffId } as const;
    await recordAudit(tx, staff, { action: "staff.brought_back", ...subject, after: { name, role } });
    return "ok";
  });
}

async function setRemoved(tx: Db, staffId: string, removedAt: Date | null): Promise<void> {
  const [from, to] = removedAt ? [CREDENTIAL, REMOVED] : [REMOVED, CREDENTIAL];
  await tx.staffMember.update({ where: { id: staffId }, data: { removedAt }, select: { id: true } });
  const where = { staffMemberId: staffId, providerId: from };
  await tx.staffAccount.updateMany({ where, data: { providerId: to } });
}

async function addMember(
  actor: StaffSession | SystemActor,
  { name, email, role }: { name: string; email: string; role: StaffRole },
  password: string,
  act: string | null = null,
): Promise<string | null> {
  const hash = await hashPassword(password);
  const made = await db.$transaction((tx) => once(tx, act, () => writeMember(tx, actor, { name, email, role }, hash)));
  return made?.id ?? null;
}

async function writeMember(
  tx: Db,
  actor: StaffSession | SystemActor,
  { name, email, role }: { name: string; email: string; role: StaffRole },
  hash: string,
): Promise<string | null> {
  const id = randomUUID();
  const ofEmail = email.trim().toLowerCase();
  // Whoever makes a new account for a removed member gives up the former one.
  await tx.staffMember.deleteMany({ where: { email: ofEmail, removedAt: { not: null } } });
  const { count } = await tx.staffMember.createMany({
    // better-auth looks accounts up in lower case.
    data: [{ id, name, email: ofEmail, role, emailVerified: true }],
    skipDuplicates: true,
  });
  if (count === 0) return null;
  await tx.staffAccount.create({
    data: { id: randomUUID(), accountId: id, providerId: CREDENTIAL, staffMemberId: id, password: hash },
    select: { id: true },
  });
  await recordAudit(tx, actor, {
    action: "staff.added",
    subjectType: "staff",
    subjectId: id,
    after: { name, role },
  });
  return id;
}

const memberSelect = { name: true, email: true, role: true, removedAt: true } as const;

/** Locks every administrator's row first, so that two removals at once cannot leave none. */
async function memberAndOtherAdmins(tx: Db, staffId: string) {
  await tx.$queryRaw`SELECT "id" FROM "StaffMember" WHERE "role" = 'admin' FOR UPDATE`;
  const member = await tx.staffMember.findUnique({ where: { id: staffId, removedAt: null }, select: memberSelect });
  const otherAdmins = await tx.staffMember.count({ where: { role: "admin", removedAt: null, id: { not: staffId } } });
  return { member, otherAdmins };
}
