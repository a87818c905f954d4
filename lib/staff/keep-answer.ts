import "server-only";
import { forgetForm } from "@/lib/kept-forms/mutations";
import { findKeptAt } from "@/lib/kept-forms/queries";
import { keptAtOf, newStaffKey, openedBy, UNTOUCHED_FIELD } from "./staff-form-key";
import type { KeptAnswer, StaffSession } from "./types";

/**
 * Answers our scripts, which sent a form to be kept; the gate has kept it. Words of a page that was shown before they
 * were saved are old: the answer has a newer identity for the form, to send them again with.
 */
export async function answerKept(staff: StaffSession, form: FormData): Promise<Response> {
  const opened = openedBy(form);
  const path = keptAtOf(form);
  if (!opened || !path) return Response.json({ status: "refused" } satisfies KeptAnswer, { status: 400 });
  if (form.has(UNTOUCHED_FIELD)) {
    await forgetForm(staff, opened.name, path);
    return Response.json({ status: "nothing" } satisfies KeptAnswer);
  }
  const keptAt = await findKeptAt(staff.staffId, path, opened.name);
  const answer = keptAt
    ? { status: "kept" as const, keptAt: keptAt.toISOString() }
    : { status: "old" as const, key: newStaffKey(staff) };
  return Response.json(answer satisfies KeptAnswer);
}
