"use server";

import { redirect } from "next/navigation";
import { listingPath } from "@/lib/listings/paths";
import { remakePages } from "@/lib/server/remake-pages";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { requireRecentSignIn, requireStaff } from "@/lib/staff/session";
import { decideDuplicate } from "./mutations";
import { duplicateSchema } from "./schema";

export type DuplicateResult = ActionResult<
  null,
  "id" | "verdict" | "note",
  "gone" | "interested" | "busy" | "both_named"
>;

/** Says that two listings are one place, or that they are not, with the reason. */
export async function decideDuplicateAction(_: DuplicateResult | null, form: FormData): Promise<DuplicateResult> {
  const staff = await requireStaff("editor", form);
  await requireRecentSignIn(staff, form);
  const typed = textsOf(form);
  const parsed = parseForm(duplicateSchema, typed);
  if (!parsed.ok) return parsed.result;
  const { verdict, ...decision } = parsed.data;
  const written = await decideDuplicate(staff, { ...decision, isSame: verdict === "same" });
  if (written.outcome !== "decided") return { status: "failed", code: written.outcome, values: typed };
  if (written.slugs.length > 0) remakePages("listing", written.slugs.map(listingPath));
  redirect("/admin/duplicates?done=saved");
}
