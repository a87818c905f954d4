"use server";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { inquiryPath, inquiryPaths } from "@/lib/inquiries/paths";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { requireStaff } from "@/lib/staff/session";
import { noteOutcome, recordOutreach, saveNeeds } from "./mutations";
import { contactSchema, needsSchema, outcomeSchema } from "./schema";
import type { OutreachRefusal } from "./types";

export type NeedsResult = ActionResult<null, string, "gone", { version: number }>;
export type ContactResult = ActionResult<null, string, OutreachRefusal>;
export type OutcomeResult = ActionResult<null, "id" | "inquiryId" | "outcome" | "nextStep", "gone">;

/** Keeps what a person needs, and shows what fits. */
export async function saveNeedsAction(_: NeedsResult | null, form: FormData): Promise<NeedsResult> {
  const staff = await requireStaff("outreach");
  const parsed = parseForm(needsSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  const { id, version, codes, near } = parsed.data;
  const change = await saveNeeds(staff, id, version, { codes, near });
  for (const path of inquiryPaths(id)) revalidatePath(path);
  if (change.status === "conflict") return change;
  if (change.status === "gone") return { status: "failed", code: "gone" };
  redirect(`${inquiryPath(id)}?done=needs#outreach`);
}

/** Writes down a contact as it is made, or says why it may not be; then asks what came of it. */
export async function recordOutreachAction(_: ContactResult | null, form: FormData): Promise<ContactResult> {
  const staff = await requireStaff("outreach");
  const parsed = parseForm(contactSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  const { inquiryId } = parsed.data;
  const record = await recordOutreach(staff, parsed.data);
  revalidatePath(inquiryPath(inquiryId));
  if (record.status === "refused") return { status: "failed", code: record.code };
  redirect(`${inquiryPath(inquiryId)}?outreach=${record.id}#contact-${record.id}`);
}

/** Notes what a place answered. */
export async function noteOutcomeAction(_: OutcomeResult | null, form: FormData): Promise<OutcomeResult> {
  const staff = await requireStaff("outreach");
  const parsed = parseForm(outcomeSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  const { id, inquiryId, ...answer } = parsed.data;
  const noted = await noteOutcome(staff, id, answer);
  revalidatePath(inquiryPath(inquiryId));
  if (noted.status === "gone") return { status: "failed", code: "gone" };
  redirect(`${inquiryPath(inquiryId)}?done=answered#contact-${id}`);
}
