"use server";

import { redirect } from "next/navigation";
import { requireStaff } from "@/lib/staff/session";
import { requestTestMail } from "./mutations";

/** Sends a mail to the team through the worker, so that somebody sees whether mails arrive. */
export async function sendTestMailAction(_: null, form: FormData): Promise<null> {
  await requestTestMail(await requireStaff("admin", form));
  redirect("/admin?done=test_mail#first-day");
}
