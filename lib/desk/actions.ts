"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { withdrawConsentFor } from "@/lib/consents/mutations";
import { findInquiries } from "./admin-queries";
import { inquiryPath, inquiryPaths } from "@/lib/inquiries/paths";
import type { InquiryStatus } from "@/lib/inquiries/types";
import { MAIL_PATHS } from "@/lib/mails/paths";
import { eraseInquiryFor } from "@/lib/receipts/mutations";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { actOf } from "@/lib/staff/staff-form-key";
import { requireStaff } from "@/lib/staff/session";
import { findWished } from "./admin-queries";
import { addNote, workInquiry } from "./mutations";
import { noteSchema, searchSchema, wishSchema, workSchema } from "./schema";
import type { DeskSearch } from "./types";

type WorkField = "id" | "version" | "status" | "assigneeId" | "dueOn" | "answered";
export type WorkResult = ActionResult<
  { version: number },
  WorkField,
  "gone" | "unassignable",
  { status: InquiryStatus; version: number; typed: Partial<Record<WorkField, string>> }
>;
export type NoteResult = ActionResult<null, "id" | "text", "gone">;
export type WishResult = ActionResult<null, "id" | "way" | "sure", "gone">;
export type SearchResult = ActionResult<DeskSearch, "sought", "nothing">;

/** Moves an inquiry on, unless a colleague did so meanwhile. */
export async function workInquiryAction(_: WorkResult | null, form: FormData): Promise<WorkResult> {
  const staff = await requireStaff("outreach", form);
  const typed: Partial<Record<WorkField, string>> = textsOf(form);
  const parsed = parseForm(workSchema, typed);
  if (!parsed.ok) return parsed.result;
  const { id, version, status, assigneeId, dueOn, answered } = parsed.data;
  const change = await workInquiry(staff, id, version, { status, assigneeId, dueOn, answered: answered === "on" });
  for (const path of inquiryPaths(id)) revalidatePath(path);
  if (change.status === "ok") return { status: "ok", data: { version: change.version } };
  if (change.status === "conflict") return { status: "conflict", current: { ...change.current, typed } };
  return { status: "failed", code: change.status, values: typed };
}

/** Adds a note; the page shows it among the others. */
export async function addNoteAction(_: NoteResult | null, form: FormData): Promise<NoteResult> {
  const staff = await requireStaff("outreach", form);
  const parsed = parseForm(noteSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  const added = await addNote(staff, parsed.data.id, parsed.data.text, actOf(form));
  if (!added) return { status: "failed", code: "gone", values: textsOf(form) };
  revalidatePath(inquiryPath(parsed.data.id));
  redirect(`${inquiryPath(parsed.data.id)}?done=noted`);
}

/**
 * Erases everything about a person who asked us to. When two members do it at once, the second is told that it is done.
 */
export async function eraseForPersonAction(_: WishResult | null, form: FormData): Promise<WishResult> {
  const staff = await requireStaff("outreach", form);
  const parsed = parseForm(wishSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  const { id, way } = parsed.data;
  if (!(await findWished(staff, id))) return { status: "failed", code: "gone" };
  const isErased = await eraseInquiryFor(staff, id, way);
  for (const path of inquiryPaths(id)) revalidatePath(path);
  redirect(`${inquiryPath(id)}?done=${isErased ? "erased" : "already_erased"}`);
}

/**
 * Ends the consent of a person who asked us to. When two members do it at once, the second is told that none was open.
 */
export async function withdrawForPersonAction(_: WishResult | null, form: FormData): Promise<WishResult> {
  const staff = await requireStaff("outreach", form);
  const parsed = parseForm(wishSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  const { id, way } = parsed.data;
  if (!(await findWished(staff, id))) return { status: "failed", code: "gone" };
  const isWithdrawn = await withdrawConsentFor(staff, id, way);
  for (const path of [...inquiryPaths(id), ...MAIL_PATHS]) revalidatePath(path);
  redirect(`${inquiryPath(id)}?done=${isWithdrawn ? "withdrawn" : "already_withdrawn"}`);
}

/** Finds inquiries by reference or contact. It is a POST, so that no URL and no log holds an email or a number. */
export async function searchInquiriesAction(_: SearchResult | null, form: FormData): Promise<SearchResult> {
  const staff = await requireStaff("outreach", form);
  const parsed = parseForm(searchSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  const { sought } = parsed.data;
  const rows = await findInquiries(staff, sought);
  return rows.length > 0 ? { status: "ok", data: { rows } } : { status: "failed", code: "nothing", values: { sought } };
}
