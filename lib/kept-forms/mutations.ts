import "server-only";
import { randomUUID } from "node:crypto";
import type { StaffActor, SystemActor } from "@/lib/audit/actor";
import { db, type Db } from "@/lib/server/db";
import { textsOf } from "@/lib/shared/form-data";
import { inquiryOf } from "./bound-inquiry";
import { isOver, keepable, MAX_KEPT_FORMS, sealForm } from "./sealed";

/** Which form of which page, and to whom it was shown when. */
interface OpenedForm {
  staffId: string;
  name: string;
  /** Milliseconds since 1970. */
  shownAt: number;
}

/**
 * Keeps the fields of a form, encrypted, for the member to whom it was shown; newer words of a form replace older ones.
 * It keeps nothing of a page that was shown before the form's words were saved, nor about a person who is erased.
 */
export async function keepForm(
  _actor: StaffActor | SystemActor,
  { staffId, name, shownAt }: OpenedForm,
  { path, search }: { path: string; search: string },
  form: FormData,
): Promise<void> {
  const fields = keepable(textsOf(form));
  const key = { staffMemberId: staffId, path, form: name };
  const inquiryId = inquiryOf(path);
  await db.$transaction(async (tx) => {
    // A member who has left cannot sign in again. The lock lets two windows of one member write one after the other.
    if (!(await lockMember(tx, staffId))) return;
    if (await tx.keptForm.count({ where: { ...key, words: null, keptAt: { gte: new Date(shownAt) } } })) return;
    await tx.keptForm.deleteMany({ where: { OR: [key, isOver()] } });
    if (inquiryId && !(await lockPerson(tx, inquiryId))) return;
    const older = await tx.keptForm.findMany({
      where: { staffMemberId: staffId },
      orderBy: { keptAt: "desc" },
      skip: MAX_KEPT_FORMS - 1,
      select: { id: true },
    });
    await tx.keptForm.deleteMany({ where: { id: { in: older.map(({ id }) => id) } } });
    const id = randomUUID();
    const data = { id, ...key, inquiryId, words: sealForm(id, { search, fields }) };
    await tx.keptForm.create({ data, select: { id: true } });
  });
}

async function lockMember(tx: Db, id: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "StaffMember" WHERE "id" = ${id} AND "removedAt" IS NULL FOR NO KEY UPDATE`;
  return found.length > 0;
}

/** Holds the person's inquiry as it is; false when it is erased or was never there. */
async function lockPerson(tx: Db, inquiryId: string): Promise<boolean> {
  const found = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Inquiry" WHERE "id" = ${inquiryId}::uuid AND "erasedAt" IS NULL FOR SHARE`;
  return found.length > 0;
}

/** The words of a form are saved: what a page that was shown before still sends of them is old. */
export async function settleForm(staff: StaffActor, form: string, path: string): Promise<void> {
  const key = { staffMemberId: staff.staffId, path, form };
  await db.$transaction(async (tx) => {
    if (!(await lockMember(tx, staff.staffId))) return;
    await tx.keptForm.deleteMany({ where: key });
    await tx.keptForm.create({ data: { ...key, keptAt: new Date(), words: null }, select: { id: true } });
  });
}

/** The words of a form are with their writer again, or on their way. */
export async function forgetForm(staff: StaffActor, form: string, path: string): Promise<void> {
  await db.keptForm.deleteMany({ where: { staffMemberId: staff.staffId, path, form } });
}

/** The writer gives up the words that wait on a page. */
export async function forgetForms(staff: StaffActor, path: string): Promise<void> {
  await db.keptForm.deleteMany({ where: { staffMemberId: staff.staffId, path } });
}

/** As long as we recognise a form of ours (staff-form-key). */
const ACT_MS = 7 * 24 * 60 * 60 * 1000;

/** Removes kept words that nobody came back for, and acts that nobody can repeat. */
export async function forgetOldForms(_actor: SystemActor, now = Date.now()): Promise<void> {
  await db.keptForm.deleteMany({ where: isOver(now) });
  await db.formAct.deleteMany({ where: { doneAt: { lt: new Date(now - ACT_MS) } } });
}
