"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { unlessInterested } from "@/lib/interests/queries";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { requireStaff } from "@/lib/staff/session";
import { listingValues } from "./admin-queries";
import {
  archiveListing,
  checkFact,
  publishListing,
  returnListingToDraft,
  saveListing,
  type ListingWrite,
} from "./mutations";
import { listingPages, NAMING_PAGES } from "./paths";
import { factCheckSchema, listingSchema, listingStatusSchema, type ListingField, type ListingValues } from "./schema";

/** What stands in the database now, beside what was typed: the editor shows both and decides. */
export interface ListingConflict {
  version: number;
  saved: ListingValues;
  typed: Partial<Record<ListingField, string>>;
}

export type SaveListingResult = ActionResult<null, ListingField | "id" | "version", "gone", ListingConflict>;
export type FactCheckResult = ActionResult<null, "id" | "attribute" | "value" | "evidence" | "asOf", "gone">;

export async function saveListingAction(
  _previous: SaveListingResult | null,
  form: FormData,
): Promise<SaveListingResult> {
  const staff = await requireStaff("editor");
  const typed = textsOf(form);
  const parsed = parseForm(listingSchema, typed);
  if (!parsed.ok) return parsed.result;
  const { id } = parsed.data;
  const written = await unlessInterested(staff.staffId, id, () => saveListing(staff.staffId, parsed.data));
  if (written === "interested") redirect(interestedPath(id));
  if (written.outcome === "slug_taken") return { status: "invalid", fieldErrors: { slug: "slugTaken" }, values: typed };
  if (written.outcome === "gone") return { status: "failed", code: "gone", values: typed };
  if (written.outcome === "conflict") {
    const { current } = written;
    return { status: "conflict", current: { version: current.version, saved: listingValues(current), typed } };
  }
  revalidate(written.slugs);
  redirect(`/admin/listings/${id}?done=saved`);
}

export async function publishListingAction(form: FormData): Promise<void> {
  await changeStatus(form, publishListing);
}

export async function archiveListingAction(form: FormData): Promise<void> {
  await changeStatus(form, archiveListing);
}

export async function returnListingToDraftAction(form: FormData): Promise<void> {
  await changeStatus(form, returnListingToDraft);
}

/** Records a staff check of one attribute. */
export async function checkFactAction(_previous: FactCheckResult | null, form: FormData): Promise<FactCheckResult> {
  const staff = await requireStaff("editor");
  const parsed = parseForm(factCheckSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  const { id } = parsed.data;
  const slug = await unlessInterested(staff.staffId, id, () => checkFact(staff.staffId, parsed.data));
  if (slug === "interested") redirect(interestedPath(id));
  if (slug === null) return { status: "failed", code: "gone" };
  revalidate([slug]);
  redirect(`/admin/listings/${id}?done=checked`);
}

type StatusChange = (actorId: string, id: string, version: number) => Promise<ListingWrite>;

async function changeStatus(form: FormData, change: StatusChange): Promise<void> {
  const staff = await requireStaff("editor");
  const { id, version } = listingStatusSchema.parse(textsOf(form));
  const written = await unlessInterested(staff.staffId, id, () => change(staff.staffId, id, version));
  if (written === "interested") redirect(interestedPath(id));
  if (written.outcome === "saved") revalidate(written.slugs);
  redirect(`/admin/listings/${id}?done=${written.outcome}`);
}

function interestedPath(id: string): string {
  return `/admin/listings/${id}?done=interested`;
}

function revalidate(slugs: readonly string[]): void {
  for (const page of listingPages(slugs)) revalidatePath(page);
  for (const pattern of NAMING_PAGES) revalidatePath(pattern, "page");
}
