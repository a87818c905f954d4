"use server";
import { revalidatePath } from "next/cache";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { requireStaff } from "@/lib/staff/session";
import { declareInterest, endInterest } from "./mutations";
import { interestEndSchema, interestSchema } from "./schema";

export type DeclareResult = ActionResult<null, "listing" | "reason">;

/** Declares a conflict of interest of the member who is signed in. */
export async function declareInterestAction(_: DeclareResult | null, form: FormData): Promise<DeclareResult> {
  const staff = await requireStaff(undefined, form);
  const typed = textsOf(form);
  const parsed = parseForm(interestSchema, typed);
  if (!parsed.ok) return parsed.result;
  const outcome = await declareInterest(staff, parsed.data.listing, parsed.data.reason);
  if (outcome === "gone") return { status: "invalid", fieldErrors: { listing: "listingUrl" }, values: typed };
  revalidatePath("/admin/account");
  return { status: "ok", data: null };
}

/** Ends the conflict of interest of any other member: nobody can take back their own alone. */
export async function endInterestAction(form: FormData): Promise<void> {
  const staff = await requireStaff("admin", form);
  const parsed = interestEndSchema.safeParse(textsOf(form));
  if (parsed.success) await endInterest(staff, parsed.data.id);
  revalidatePath("/admin/people");
}
