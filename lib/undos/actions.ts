"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { remakePages } from "@/lib/server/remake-pages";
import { textsOf } from "@/lib/shared/form-data";
import { requireStaff } from "@/lib/staff/session";
import type { StaffSession } from "@/lib/staff/types";
import { undoAct, type Undoing } from "./mutations";
import { undonePath } from "./paths";
import { undoSchema } from "./schema";
import type { UndoNoun } from "./types";

/** Takes back the member's last step of a listing, a post or a report. */
export async function undoEditAction(form: FormData): Promise<void> {
  await undo(await requireStaff("editor", form), form, ["correction", "listing", "post"]);
}

/** The same of an inquiry. */
export async function undoWorkAction(form: FormData): Promise<void> {
  await undo(await requireStaff("outreach", form), form, ["inquiry"]);
}

async function undo(staff: StaffSession, form: FormData, nouns: readonly UndoNoun[]): Promise<never> {
  const parsed = undoSchema.safeParse(textsOf(form));
  const undoing = parsed.success ? await undoAct(staff, parsed.data.event, nouns) : null;
  if (!undoing) redirect("/admin?done=undo_too_late");
  if (undoing.outcome === "undone") remake(undoing);
  redirect(`${undonePath(undoing.noun, undoing.id)}?done=${undoing.outcome}`);
}

function remake({ noun, pages }: Extract<Undoing, { outcome: "undone" }>): void {
  if (noun === "inquiry") for (const path of pages) revalidatePath(path);
  else remakePages(noun, pages);
}
