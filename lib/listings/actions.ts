"use server";

import { redirect } from "next/navigation";
import { retractAdmission } from "@/lib/admissions/mutations";
import { unlessInterested } from "@/lib/interests/queries";
import { remakePages } from "@/lib/server/remake-pages";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { actOf } from "@/lib/staff/staff-form-key";
import { requireStaff, settle } from "@/lib/staff/session";
import type { StaffSession } from "@/lib/staff/types";
import { listingValues } from "./admin-queries";
import { checkFact, noteLicense, retractCheck, saveListing } from "./mutations";
import { listingPath } from "./paths";
import {
  factCheckSchema,
  licenseNoteSchema,
  listingSchema,
  listingStep,
  retractionSchema,
  type ListingField,
  type ListingValues,
  type RetractionInput,
} from "./schema";

/** What the database has now, beside what was typed: the page shows both, and the editor decides. */
export interface ListingConflict {
  version: number;
  saved: ListingValues;
  typed: Partial<Record<ListingField, string>>;
}

type Refusal = "gone" | "interested";
export type SaveListingResult = ActionResult<null, ListingField | "id" | "version", Refusal, ListingConflict>;
export type LicenseNoteResult = ActionResult<null, "id" | "licenseNumber" | "note" | "evidence", Refusal>;
export type RetractionResult = ActionResult<null, "id" | "checkId" | "reason", Refusal>;
export type FactCheckResult = ActionResult<null, "id" | "attribute" | "value" | "evidence" | "asOf", Refusal>;

/** Saves the fields; the button pressed (`step`) may also publish the listing or take it off the site. */
export async function saveListingAction(
  _previous: SaveListingResult | null,
  form: FormData,
): Promise<SaveListingResult> {
  const staff = await requireStaff("editor", form);
  const typed = textsOf(form);
  const parsed = parseForm(listingSchema, typed);
  if (!parsed.ok) return parsed.result;
  const { id } = parsed.data;
  const step = listingStep.parse(form.get("step"));
  const written = await unlessInterested(staff.staffId, id, () => saveListing(staff, parsed.data, step));
  if (written === "interested") return { status: "failed", code: "interested", values: typed };
  if (written.outcome === "slug_taken") return { status: "invalid", fieldErrors: { slug: "slugTaken" }, values: typed };
  if (written.outcome === "gone") return { status: "failed", code: "gone", values: typed };
  if (written.outcome === "conflict") {
    const { current } = written;
    return { status: "conflict", current: { version: current.version, saved: listingValues(current), typed } };
  }
  remakePages("listing", written.slugs.map(listingPath));
  await settle(staff, form);
  redirect(`/admin/listings/${id}?done=saved`);
}

/** Records a staff check of one attribute. */
export async function checkFactAction(_previous: FactCheckResult | null, form: FormData): Promise<FactCheckResult> {
  const staff = await requireStaff("editor", form);
  const typed = textsOf(form);
  const parsed = parseForm(factCheckSchema, typed);
  if (!parsed.ok) return parsed.result;
  const { id } = parsed.data;
  const check = () => checkFact(staff, parsed.data, actOf(form));
  const slug = await unlessInterested(staff.staffId, id, check);
  if (slug === "interested") return { status: "failed", code: "interested", values: typed };
  if (slug === null) return { status: "failed", code: "gone", values: typed };
  remakePages("listing", [listingPath(slug)]);
  await settle(staff, form);
  redirect(`/admin/listings/${id}?done=checked`);
}

/** Notes why a license that shares something with a listing is not the listing's. */
export async function noteLicenseAction(
  _previous: LicenseNoteResult | null,
  form: FormData,
): Promise<LicenseNoteResult> {
  const staff = await requireStaff("editor", form);
  const typed = textsOf(form);
  const parsed = parseForm(licenseNoteSchema, typed);
  if (!parsed.ok) return parsed.result;
  const { id } = parsed.data;
  const slug = await unlessInterested(staff.staffId, id, () => noteLicense(staff, parsed.data, actOf(form)));
  if (slug === "interested") return { status: "failed", code: "interested", values: typed };
  if (slug === null) return { status: "failed", code: "gone", values: typed };
  redirect(`/admin/listings/${id}?done=noted`);
}

/** Retracts a check that was wrong. */
export async function retractCheckAction(
  _previous: RetractionResult | null,
  form: FormData,
): Promise<RetractionResult> {
  return retract(form, retractCheck);
}

/** Retracts what a place was wrongly said to have answered about getting in. */
export async function retractAdmissionAction(
  _previous: RetractionResult | null,
  form: FormData,
): Promise<RetractionResult> {
  return retract(form, retractAdmission);
}

type Retract = (staff: StaffSession, retraction: RetractionInput) => Promise<string | null>;

async function retract(form: FormData, write: Retract): Promise<RetractionResult> {
  const staff = await requireStaff("editor", form);
  const typed = textsOf(form);
  const parsed = parseForm(retractionSchema, typed);
  if (!parsed.ok) return parsed.result;
  const { id } = parsed.data;
  const slug = await unlessInterested(staff.staffId, id, () => write(staff, parsed.data));
  if (slug === "interested") return { status: "failed", code: "interested", values: typed };
  if (slug === null) return { status: "failed", code: "gone", values: typed };
  remakePages("listing", [listingPath(slug)]);
  redirect(`/admin/listings/${id}?done=retracted`);
}
