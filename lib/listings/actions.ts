"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { hasInterest } from "@/lib/interests/queries";
import { LIST_PAGES } from "@/lib/rankings/paths";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { actOf } from "@/lib/staff/form-key";
import { requireStaff } from "@/lib/staff/session";
import { listingValues } from "./admin-queries";
import { checkFact, retractCheck, saveListing } from "./mutations";
import { listingPages } from "./paths";
import {
  factCheckSchema,
  listingSchema,
  listingStep,
  retractionSchema,
  type ListingField,
  type ListingValues,
} from "./schema";

/** What stands in the database now, beside what was typed: the editor shows both and decides. */
export interface ListingConflict {
  version: number;
  saved: ListingValues;
  typed: Partial<Record<ListingField, string>>;
}

export type SaveListingResult = ActionResult<null, ListingField | "id" | "version", "gone", ListingConflict>;
export type RetractionResult = ActionResult<null, "id" | "checkId" | "reason", "gone">;
export type FactCheckResult = ActionResult<null, "id" | "attribute" | "value" | "evidence" | "asOf", "gone">;

/** Saves what stands in the fields, and with the button pressed (`step`) publishes the listing or takes it from the site. */
export async function saveListingAction(
  _previous: SaveListingResult | null,
  form: FormData,
): Promise<SaveListingResult> {
  const staff = await requireStaff("editor", form);
  const typed = textsOf(form);
  const parsed = parseForm(listingSchema, typed);
  if (!parsed.ok) return parsed.result;
  const { id } = parsed.data;
  if (await hasInterest(staff.staffId, id)) redirect(`/admin/listings/${id}?done=interested`);
  const written = await saveListing(staff.staffId, parsed.data, listingStep.parse(form.get("step")));
  if (written.outcome === "slug_taken") return { status: "invalid", fieldErrors: { slug: "slugTaken" }, values: typed };
  if (written.outcome === "gone") return { status: "failed", code: "gone", values: typed };
  if (written.outcome === "conflict") {
    const { current } = written;
    return { status: "conflict", current: { version: current.version, saved: listingValues(current), typed } };
  }
  revalidate(written.slugs);
  redirect(`/admin/listings/${id}?done=saved`);
}

/** Records a staff check of one attribute. */
export async function checkFactAction(_previous: FactCheckResult | null, form: FormData): Promise<FactCheckResult> {
  const staff = await requireStaff("editor", form);
  const parsed = parseForm(factCheckSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  const { id } = parsed.data;
  if (await hasInterest(staff.staffId, id)) redirect(`/admin/listings/${id}?done=interested`);
  const slug = await checkFact(staff.staffId, parsed.data, actOf(form));
  if (slug === null) return { status: "failed", code: "gone" };
  revalidate([slug]);
  redirect(`/admin/listings/${id}?done=checked`);
}

/** Retracts a check that was wrong. */
export async function retractCheckAction(
  _previous: RetractionResult | null,
  form: FormData,
): Promise<RetractionResult> {
  const staff = await requireStaff("editor", form);
  const parsed = parseForm(retractionSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  const { id } = parsed.data;
  if (await hasInterest(staff.staffId, id)) redirect(`/admin/listings/${id}?done=interested`);
  const slug = await retractCheck(staff.staffId, parsed.data);
  if (slug === null) return { status: "failed", code: "gone", values: textsOf(form) };
  revalidate([slug]);
  redirect(`/admin/listings/${id}?done=retracted`);
}

function revalidate(slugs: readonly string[]): void {
  for (const page of listingPages(slugs)) revalidatePath(page);
  for (const pattern of LIST_PAGES) revalidatePath(pattern, "page");
}
