"use server";

import { redirect } from "next/navigation";
import { newListingSchema, type NewListingField } from "@/lib/listings/schema";
import { listingPath } from "@/lib/listings/paths";
import { remakePages } from "@/lib/server/remake-pages";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { paramsOf } from "@/lib/shared/search-params";
import { actOf } from "@/lib/staff/staff-form-key";
import { requireStaff, settle } from "@/lib/staff/session";
import { listAreas } from "./admin-queries";
import { changeMany, enterListing, undoMany } from "./mutations";
import { bulkSchema, readSelection, undoSchema } from "./schema";
import type { AlikeListing } from "./types";

/** The listings that the new one may be already, beside what was typed. */
export interface AlikeListings {
  alike: AlikeListing[];
  typed: Partial<Record<NewListingField, string>>;
}

export type EnterListingResult = ActionResult<null, NewListingField, "interested", AlikeListings>;

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
  if (entered.outcome === "interested") return { status: "failed", code: "interested", values: typed };
  if (entered.outcome === "alike") return { status: "conflict", current: { alike: entered.alike, typed } };
  await settle(staff, form);
  redirect(`/admin/listings/${entered.id}?done=created`);
}

/** Does to many listings what the preview showed; when anything has changed since, the preview is shown as it is now. */
export async function changeManyAction(form: FormData): Promise<void> {
  const staff = await requireStaff("editor", form);
  const { asked, shown } = bulkSchema.parse(textsOf(form));
  const selection = readSelection(paramsOf(asked), await listAreas(staff));
  const again = new URLSearchParams(asked);
  again.set("done", "bulk_changed");
  if (!selection) redirect(`/admin/listings/bulk?${again}`);
  const written = await changeMany(staff, selection, shown, actOf(form));
  if (written.outcome === "changed") redirect(`/admin/listings/bulk?${again}`);
  remakePages("listing", written.slugs.map(listingPath));
  redirect(`/admin/listings/bulk/${written.id}?done=bulk_done`);
}

/** Takes an act on many listings back, as far as nobody has changed them since. */
export async function undoManyAction(form: FormData): Promise<void> {
  const staff = await requireStaff("editor", form);
  const { id } = undoSchema.parse(textsOf(form));
  const undone = await undoMany(staff, id);
  if (undone) remakePages("listing", undone.slugs.map(listingPath));
  redirect(`/admin/listings/bulk/${id}?done=${undone ? "bulk_undone" : "bulk_too_late"}`);
}
