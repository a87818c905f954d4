"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { MAIL_PATHS } from "@/lib/mails/paths";
import { requireRecentSignIn, requireStaff } from "@/lib/staff/session";
import { dropHeldMails, releaseHeldMails } from "./mutations";
import { BACKUPS_PATH } from "./paths";

/** Sends whatever waits since a restore. Pressed twice, it is done once. */
export async function releaseHeldMailsAction(form: FormData): Promise<void> {
  const staff = await requireStaff("admin", form);
  await requireRecentSignIn(staff, form);
  await releaseHeldMails(staff);
  decided("mails_released");
}

/** Gives up whatever waits since a restore. */
export async function dropHeldMailsAction(form: FormData): Promise<void> {
  const staff = await requireStaff("admin", form);
  await requireRecentSignIn(staff, form);
  await dropHeldMails(staff);
  decided("mails_dropped");
}

function decided(done: "mails_released" | "mails_dropped"): never {
  for (const path of [BACKUPS_PATH, ...MAIL_PATHS]) revalidatePath(path);
  redirect(`${BACKUPS_PATH}?done=${done}`);
}
