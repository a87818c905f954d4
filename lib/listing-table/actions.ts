"use server";

import { redirect } from "next/navigation";
import { newListingSchema, type NewListingField } from "@/lib/listings/schema";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { actOf } from "@/lib/staff/staff-form-key";
import { requireStaff } from "@/lib/staff/session";
import { enterListing } from "./mutations";
import type { AlikeListing } from "./types";

/** The listings that the new one may be already, beside what was typed. */
export interface AlikeListings {
  alike: AlikeListing[];
  typed: Partial<Record<NewListingField, string>>;
}

export type EnterListingResult = ActionResult<null, NewListingField, never, AlikeListings>;

/** Enters a listing by hand, as a draft; those that it resembles are shown first. */
export async function enterListingAction(
  _previous: EnterListingResult | null,
  form: FormData,
): Promise<EnterListingResult> {
  const staff = await requireStaff("editor", form);
  const typed = textsOf(form);
  const parsed = parseForm(newListingSchema, typed);
  if (!parsed.ok) return parsed.result;
  const entered = await enterListing(staff, parsed.data, actOf(form));
  if (entered.outcome === "alike") return { status: "conflict", current: { alike: entered.alike, typed } };
  redirect(`/admin/listings/${entered.id}?done=created`);
}
