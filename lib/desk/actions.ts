"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { withdrawConsentFor } from "@/lib/consents/mutations";
import { decideCorrection } from "@/lib/corrections/mutations";
import { deskPath } from "@/lib/corrections/paths";
import { findReportedListing } from "@/lib/corrections/queries";
import { decisionSchema } from "@/lib/corrections/schema";
import type { CorrectionStatus } from "@/lib/corrections/types";
import { findInquiries } from "./admin-queries";
import { inquiryPath, inquiryPaths } from "@/lib/inquiries/paths";
import type { InquiryStatus } from "@/lib/inquiries/types";
import { getListing } from "@/lib/listings/admin-queries";
import { listingPath } from "@/lib/listings/paths";
import { listingSchema, type FactAnswer, type ListingValues } from "@/lib/listings/schema";
import type { ListingForEditor } from "@/lib/listings/types";
import { MAIL_PATHS } from "@/lib/mails/paths";
import { eraseInquiryFor } from "@/lib/receipts/mutations";
import { remakePages } from "@/lib/server/remake-pages";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { actOf } from "@/lib/staff/staff-form-key";
import { requireRecentSignIn, requireStaff, settle } from "@/lib/staff/session";
import type { AdminError, StaffSession } from "@/lib/staff/types";
import { isEdited, SEEN, withTyped } from "./acceptance";
import { findWished } from "./admin-queries";
import { addNote, correctListing, workInquiry } from "./mutations";
import { acceptanceSchema, answersOf, noteSchema, searchSchema, wishSchema, workSchema } from "./schema";
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
  await settle(staff, form);
  redirect(`${inquiryPath(parsed.data.id)}?done=noted`);
}

/**
 * Erases everything about a person who asked us to. When two members do it at once, the second is told that it is done.
 */
export async function eraseForPersonAction(_: WishResult | null, form: FormData): Promise<WishResult> {
  const staff = await requireStaff("outreach", form);
  await requireRecentSignIn(staff, form);
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
  await requireRecentSignIn(staff, form);
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

type Typed = Partial<Record<string, string>>;

/** What is so by now, beside what was typed: of the report, or of its listing. */
export type CorrectingConflict = { typed: Typed } & (
  | { of: "report"; status: CorrectionStatus; version: number }
  | { of: "listing"; version: number; saved: ListingValues; facts: FactAnswer[] }
);

export type CorrectingResult = ActionResult<null, string, "gone" | "interested", CorrectingConflict>;

const DROPPED = {
  publicNote: "publicNoteDropped",
  declineReason: "declineReasonDropped",
} as const satisfies Record<string, AdminError>;

/**
 * Decides about a report, in one form for all decisions: accepts it and changes its listing, declines it with a reason,
 * puts it back or into the quarantine. The button pressed is the field `status`.
 */
export async function decideCorrectionAction(_: CorrectingResult | null, form: FormData): Promise<CorrectingResult> {
  const staff = await requireStaff("editor", form);
  const typed: Typed = textsOf(form);
  const listingId = await findReportedListing(typed.id ?? "");
  const listing = listingId && (await getListing(staff, listingId));
  if (!listing) return { status: "failed", code: "gone", values: typed };
  const refused =
    typed.status === "accepted" ? await accept(staff, listing, typed, form) : await decide(staff, listing, typed);
  if (refused) return refused;
  await settle(staff, form);
  redirect(`${deskPath(typed.id ?? "")}?done=saved`);
}

async function accept(
  staff: StaffSession,
  listing: ListingForEditor,
  typed: Typed,
  form: FormData,
): Promise<CorrectingResult | null> {
  const parsed = parseForm(acceptanceSchema, typed);
  const fields = isEdited(listing.values, typed)
    ? parseForm(listingSchema, { ...withTyped(listing.values, typed), id: listing.id, version: typed.listingVersion })
    : null;
  if (!parsed.ok || (fields && !fields.ok)) {
    const [ofFields, ofForm] = [fields, parsed].map((part) => (part && !part.ok ? part.result.fieldErrors : {}));
    return { status: "invalid", fieldErrors: { ...ofFields, ...ofForm }, values: typed };
  }
  const seen = Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (name.startsWith(SEEN) ? [[name.slice(SEEN.length), value]] : [])),
  );
  const correcting = { input: parsed.data, listing: fields?.data ?? null, seen };
  const written = await correctListing(staff, correcting, actOf(form));
  switch (written.outcome) {
    case "saved":
      remakePages("listing", written.slugs.map(listingPath));
      remakePages("correction", [listingPath(listing.slug)]);
      return null;
    case "decided":
      return { status: "conflict", current: { of: "report", ...written.current, typed } };
    case "listing_changed": {
      const { version, saved, facts } = written;
      return { status: "conflict", current: { of: "listing", version, saved, facts, typed } };
    }
    case "unchanged":
      return invalid("outcome", "changeMissing", typed);
    case "contradicted":
      return invalid("outcome", "nothingContradicted", typed);
    default:
      return { status: "failed", code: written.outcome, values: typed };
  }
}

async function decide(staff: StaffSession, listing: ListingForEditor, typed: Typed): Promise<CorrectingResult | null> {
  const parsed = parseForm(decisionSchema, typed);
  if (!parsed.ok) return parsed.result;
  const isOpened = typed.listingVersion === String(listing.version);
  const isAnswered = answersOf({ attribute: "", value: "", ...typed }).length > 0;
  if (isAnswered || (isOpened && isEdited(listing.values, typed))) return invalid("outcome", "editsDropped", typed);
  const { id, version, ...decision } = parsed.data;
  const written = await decideCorrection(staff, id, version, decision);
  if (written.outcome === "gone" || written.outcome === "interested")
    return { status: "failed", code: written.outcome, values: typed };
  if (written.outcome === "dropped") return invalid(written.field, DROPPED[written.field], typed);
  if (written.outcome === "conflict")
    return { status: "conflict", current: { of: "report", ...written.current, typed } };
  remakePages("correction", [listingPath(listing.slug)]);
  return null;
}

function invalid(field: string, error: AdminError, values: Typed): CorrectingResult {
  return { status: "invalid", fieldErrors: { [field]: error }, values };
}
