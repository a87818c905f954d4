"use server";

import { redirect } from "next/navigation";
import { textsOf } from "@/lib/shared/form-data";
import { requireStaff } from "@/lib/staff/session";
import type { StaffSession } from "@/lib/staff/types";
import { restoreVersion } from "./mutations";
import { versionPath, versionsPath } from "./paths";
import { restoreSchema } from "./schema";

/** Puts a version of a listing, a post or a method into its form, where the member looks at it and saves. */
export async function restoreVersionAction(form: FormData): Promise<void> {
  const staff = await requireStaff("editor", form);
  await restore(staff, form);
}

/** The same of a setting. */
export async function restoreSettingAction(form: FormData): Promise<void> {
  const staff = await requireStaff("admin", form);
  await restore(staff, form);
}

async function restore(staff: StaffSession, form: FormData): Promise<never> {
  const parsed = restoreSchema.safeParse(textsOf(form));
  if (!parsed.success) redirect("/admin");
  const { version, replaces, ...subject } = parsed.data;
  const restoring = await restoreVersion(staff, subject, version, replaces === "on");
  switch (restoring.outcome) {
    case "kept":
      redirect(restoring.path);
    case "interested":
      redirect(`${restoring.path}?done=interested`);
    case "waiting":
      // The page says which words wait, and asks.
      redirect(versionPath(subject, version));
    case "nothing":
      redirect(versionsPath(subject));
  }
}
