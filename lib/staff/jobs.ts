import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { db } from "@/lib/server/db";
import { BRING_BACK_DAYS, CREDENTIAL } from "./types";

/**
 * Takes away the password that a restored backup brought back, and every sign-in: the member needs a new one.
 * @param changedAt when it was set or changed; a newer one stays
 * @returns the member's email; null when there is nothing to take away
 */
export async function voidPassword(actor: SystemActor, staffId: string, changedAt: Date): Promise<string | null> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.staffAccount.updateMany({
      where: { staffMemberId: staffId, providerId: CREDENTIAL, password: { not: null }, updatedAt: { lt: changedAt } },
      data: { password: null },
    });
    if (count === 0) return null;
    await tx.staffLogin.deleteMany({ where: { staffMemberId: staffId } });
    await recordAudit(tx, actor, { action: "staff.password_voided", subjectType: "staff", subjectId: staffId });
    const { email } = await tx.staffMember.findUniqueOrThrow({ where: { id: staffId }, select: { email: true } });
    return email;
  });
}

/** Ends every session of everybody. @returns how many members were signed in */
export async function signEverybodyOut(actor: SystemActor): Promise<number> {
  return db.$transaction(async (tx) => {
    const signedIn = await tx.staffLogin.groupBy({ by: "staffMemberId" });
    await tx.staffLogin.deleteMany();
    for (const { staffMemberId: subjectId } of signedIn)
      await recordAudit(tx, actor, { action: "staff.signed_out", subjectType: "staff", subjectId });
    return signedIn.length;
  });
}

/** Deletes the accounts that nobody brought back in time. */
export async function deleteRemovedMembers(_actor: SystemActor, now = Date.now()): Promise<void> {
  const until = new Date(now - BRING_BACK_DAYS * 24 * 60 * 60 * 1000);
  await db.staffMember.deleteMany({ where: { removedAt: { lt: until } } });
}
