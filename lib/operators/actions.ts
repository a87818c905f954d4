"use server";

import { redirect } from "next/navigation";
import { listingPath } from "@/lib/listings/paths";
import { remakePages } from "@/lib/server/remake-pages";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { requireStaff } from "@/lib/staff/session";
import { operatorValues } from "./admin-queries";
import { giveListing, mergeOperators, releaseListing, saveOperator, takeOutName } from "./mutations";
import {
  givenListingSchema,
  mergeSchema,
  nameSchema,
  operatorSchema,
  releasedListingSchema,
  type OperatorField,
  type OperatorValues,
} from "./schema";
import type { OperatorWrite } from "./types";

/** What the database has now, beside what was typed: the page shows both, and the editor decides. */
export interface OperatorConflict {
  version: number;
  saved: OperatorValues;
  typed: Partial<Record<OperatorField, string>>;
}

type Target = "id" | "version";
type Refusal = "gone" | "interested" | "busy";
export type SaveOperatorResult = ActionResult<null, OperatorField | Target, Refusal, OperatorConflict>;
export type GiveListingResult = ActionResult<
  null,
  "listing" | Target,
  Refusal,
  { version: number; typed: Record<string, string> }
>;

/** Saves the name and the legal entities. */
export async function saveOperatorAction(
  _previous: SaveOperatorResult | null,
  form: FormData,
): Promise<SaveOperatorResult> {
  const staff = await requireStaff("editor", form);
  const typed = textsOf(form);
  const parsed = parseForm(operatorSchema, typed);
  if (!parsed.ok) return parsed.result;
  const written = await saveOperator(staff, parsed.data);
  if (written.outcome === "conflict") {
    const { current } = written;
    return { status: "conflict", current: { version: current.version, saved: operatorValues(current), typed } };
  }
  if (written.outcome !== "saved") return { status: "failed", code: written.outcome, values: typed };
  return leadOn(parsed.data.id, written);
}

/** Says that the operator runs a listing that goes by another name. */
export async function giveListingAction(
  _previous: GiveListingResult | null,
  form: FormData,
): Promise<GiveListingResult> {
  const staff = await requireStaff("editor", form);
  const typed = textsOf(form);
  const parsed = parseForm(givenListingSchema, typed);
  if (!parsed.ok) return parsed.result;
  const written = await giveListing(staff, parsed.data);
  if (written === "unknown") return { status: "invalid", fieldErrors: { listing: "listingUnknown" }, values: typed };
  if (written.outcome === "conflict")
    return { status: "conflict", current: { version: written.current.version, typed } };
  if (written.outcome !== "saved") return { status: "failed", code: written.outcome, values: typed };
  return leadOn(parsed.data.id, written);
}

/** Lets a listing follow its name again. */
export async function releaseListingAction(form: FormData): Promise<void> {
  const staff = await requireStaff("editor", form);
  const parsed = releasedListingSchema.safeParse(textsOf(form));
  if (parsed.success) leadOn(parsed.data.id, await releaseListing(staff, parsed.data));
}

/** Makes another operator the same as this one. */
export async function mergeOperatorsAction(form: FormData): Promise<void> {
  const staff = await requireStaff("editor", form);
  const parsed = mergeSchema.safeParse(textsOf(form));
  if (parsed.success) leadOn(parsed.data.id, await mergeOperators(staff, parsed.data));
}

/** Takes a name out again, into an operator of its own. */
export async function takeOutNameAction(form: FormData): Promise<void> {
  const staff = await requireStaff("editor", form);
  const parsed = nameSchema.safeParse(textsOf(form));
  if (parsed.success) leadOn(parsed.data.id, await takeOutName(staff, parsed.data));
}

/** To the operator's page, which says what came of it and shows how it stands now. */
function leadOn(id: string, written: OperatorWrite): never {
  if (written.outcome === "gone") redirect("/admin/operators?done=gone");
  if (written.outcome === "saved" && written.slugs.length > 0) remakePages("listing", written.slugs.map(listingPath));
  redirect(`/admin/operators/${id}?done=${written.outcome}`);
}
