"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { MAIL_PATHS } from "@/lib/mails/paths";
import { requireStaff } from "@/lib/staff/session";
import { dropHeldMails, releaseHeldMails } from "./mutations";
import { BACKUPS_PATH } from "./paths";

/** Sends whatever waits since a restore. Pressed twice, it is done once. */
export async function releaseHeldMailsAction(form: FormData): Promise<void> {
  await releaseHeldMails(await requireStaff("admin", form));
  decided("mails_released");
}

/** Gives up whatever waits since a restore. */
export async function dropHeldMailsAction(form: FormData): Promise<void> {
  await dropHeldMails(await requireStaff("admin", form));
  decided("mails_dropped");
}

function decided(done: "mails_released" | "mails_dropped"): never {
  for (const path of [BACKUPS_PATH, ...MAIL_PATHS]) revalidatePath(path);
  redirect(`${BACKUPS_PATH}?done=${done}`);
}
