import "server-only";
import { keepForm } from "@/lib/kept-forms/mutations";
import type { StaffSession } from "@/lib/staff/types";
import { findFormWords } from "./admin-queries";
import type { VersionedSubject } from "./types";

export type Restoring =
  /** The words wait in the record's forms; the first of them is on the page at `path`. */
  | { outcome: "kept"; path: string }
  /** Words of the member wait there already: nothing was replaced. */
  | { outcome: "waiting" }
  /** There is no such version, or its forms would hold what they hold today. */
  | { outcome: "nothing" }
  | { outcome: "interested"; path: string };

/**
 * Puts a version into the forms of its record, as kept words of this member: nothing is public before they save.
 * @param replaces words of the member that wait there may go
 */
export async function restoreVersion(
  staff: StaffSession,
  subject: VersionedSubject,
  version: string,
  replaces: boolean,
): Promise<Restoring> {
  const found = await findFormWords(staff, subject, version);
  const [first] = found?.forms ?? [];
  if (!found || !first) return { outcome: "nothing" };
  if (found.record.refusal) return { outcome: found.record.refusal, path: found.record.path };
  if (found.isWaiting && !replaces) return { outcome: "waiting" };
  for (const { path, form, fields } of found.forms) {
    const words = new FormData();
    for (const [field, text] of Object.entries(fields)) words.set(field, text);
    const opened = { staffId: staff.staffId, name: form, shownAt: Date.now() };
    await keepForm(staff, opened, { path, search: "" }, words);
  }
  return { outcome: "kept", path: first.path };
}
