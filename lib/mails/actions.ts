"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "@/lib/shared/zod";
import { requireStaff } from "@/lib/staff/session";
import { retryMails } from "./mutations";
import { areUnderWay } from "./queries";
import { MAIL_PATHS } from "./paths";

const retrySchema = z.array(z.uuid()).min(1).max(200);

/** Has mails tried again: one field `id` for each. */
export async function retryMailsAction(form: FormData): Promise<void> {
  const staff = await requireStaff("outreach", form);
  const parsed = retrySchema.safeParse(form.getAll("id"));
  const count = parsed.success ? await retryMails(staff, parsed.data) : 0;
  for (const path of MAIL_PATHS) revalidatePath(path);
  // Pressed twice: they wait already.
  const isDone = count > 0 || (parsed.success && (await areUnderWay(parsed.data)));
  redirect(`/admin/mails?done=${isDone ? "retried" : "gone"}`);
}
