import "server-only";
import { randomUUID } from "node:crypto";
import type { StaffActor, SystemActor } from "@/lib/audit/actor";
import { db } from "@/lib/server/db";
import { textsOf } from "@/lib/shared/form-data";
import { isOver, keepable, MAX_KEPT_FORMS, sealForm } from "./sealed";

/** Which form of which page, and to whom it was shown. */
interface OpenedForm {
  staffId: string;
  name: string;
}

/**
 * Keeps the fields of a form, encrypted, for the member to whom it was shown; newer words of a form replace older ones.
 */
export async function keepForm(
  _actor: SystemActor,
  { staffId, name }: OpenedForm,
  { path, search }: { path: string; search: string },
  form: FormData,
): Promise<void> {
  const fields = keepable(textsOf(form));
  const key = { staffMemberId: staffId, path, form: name };
  await db.$transaction(async (tx) => {
    await tx.keptForm.deleteMany({ where: { OR: [key, isOver()] } });
    // A member who has left cannot sign in again.
    if ((await tx.staffMember.count({ where: { id: staffId } })) === 0) return;
    const older = await tx.keptForm.findMany({
      where: { staffMemberId: staffId },
      orderBy: { keptAt: "desc" },
      skip: MAX_KEPT_FORMS - 1,
      select: { id: true },
    });
    await tx.keptForm.deleteMany({ where: { id: { in: older.map(({ id }) => id) } } });
    const id = randomUUID();
    const data = { id, ...key, words: sealForm(id, { search, fields }) };
    await tx.keptForm.createMany({ data: [data], skipDuplicates: true });
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
