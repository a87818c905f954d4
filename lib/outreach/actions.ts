"use server";
import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { inquiryPath, inquiryPaths } from "@/lib/inquiries/paths";
import { MAIL_PATHS } from "@/lib/mails/paths";
import { areUnderWay } from "@/lib/mails/queries";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { z } from "@/lib/shared/zod";
import { actOf } from "@/lib/staff/staff-form-key";
import { requireRecentSignIn, requireStaff } from "@/lib/staff/session";
import { previewOutreachMail } from "./admin-queries";
import { mailPlace, noteOutcome, recordOutreach, retryMails, saveNeeds } from "./mutations";
import { contactSchema, mailSchema, needsSchema, outcomeSchema, sealedMailSchema } from "./schema";
import type { OutreachMailPreview, OutreachMailRequest, OutreachRefusal } from "./types";

const retrySchema = z.array(z.uuid()).min(1).max(200);

export type NeedsResult = ActionResult<null, string, "gone", { version: number; typed: Record<string, string> }>;
export type ContactResult = ActionResult<null, string, OutreachRefusal>;
/** A mail before it is sent, with what was asked for. */
export type MailPreviewResult = ActionResult<
  { preview: OutreachMailPreview; request: OutreachMailRequest },
  string,
  OutreachRefusal
>;
export type OutcomeResult = ActionResult<null, "id" | "inquiryId" | "outcome" | "nextStep", "gone" | "interested">;

/** Saves what a person needs, and shows the places that fit. */
export async function saveNeedsAction(_: NeedsResult | null, form: FormData): Promise<NeedsResult> {
  const staff = await requireStaff("outreach", form);
  const typed = textsOf(form);
  const parsed = parseForm(needsSchema, typed);
  if (!parsed.ok) return parsed.result;
  const { id, version, codes, near } = parsed.data;
  const change = await saveNeeds(staff, id, version, { codes, near });
  for (const path of inquiryPaths(id)) revalidatePath(path);
  if (change.status === "conflict") return { status: "conflict", current: { ...change.current, typed } };
  if (change.status === "gone") return { status: "failed", code: "gone" };
  redirect(`${inquiryPath(id)}?done=needs#outreach`);
}

/** Records a contact while it is made, or says why it may not be made; then asks for the outcome. */
export async function recordOutreachAction(_: ContactResult | null, form: FormData): Promise<ContactResult> {
  const staff = await requireStaff("outreach", form);
  const parsed = parseForm(contactSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  const { inquiryId } = parsed.data;
  const record = await recordOutreach(staff, parsed.data, actOf(form));
  revalidatePath(inquiryPath(inquiryId));
  if (record.status === "refused") return { status: "failed", code: record.code };
  redirect(`${inquiryPath(inquiryId)}?outreach=${record.id}#contact-${record.id}`);
}

/** Shows a mail to a place as it would be sent; records no contact. */
export async function previewMailAction(_: MailPreviewResult | null, form: FormData): Promise<MailPreviewResult> {
  const staff = await requireStaff("outreach", form);
  const parsed = parseForm(mailSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  const request = { ...parsed.data, id: randomUUID() };
  const preview = await previewOutreachMail(staff, request);
  if ("code" in preview) return { status: "failed", code: preview.code, values: textsOf(form) };
  return { status: "ok", data: { preview, request } };
}

/** Writes a mail to a place for the worker to send, or says why it may not be. */
export async function mailPlaceAction(_: ContactResult | null, form: FormData): Promise<ContactResult> {
  const staff = await requireStaff("outreach", form);
  await requireRecentSignIn(staff, form);
  const texts = textsOf(form);
  const [sealed, parsed] = [parseForm(sealedMailSchema, texts), parseForm(mailSchema, texts)];
  if (!sealed.ok) return sealed.result;
  if (!parsed.ok) return parsed.result;
  const { id, seal } = sealed.data;
  const { inquiryId } = parsed.data;
  const record = await mailPlace(staff, seal, { ...parsed.data, id });
  for (const path of [inquiryPath(inquiryId), ...MAIL_PATHS]) revalidatePath(path);
  if (record.status === "refused") return { status: "failed", code: record.code };
  redirect(`${inquiryPath(inquiryId)}?done=mailed#contact-${record.id}`);
}

/** Records what a place answered. */
export async function noteOutcomeAction(_: OutcomeResult | null, form: FormData): Promise<OutcomeResult> {
  const staff = await requireStaff("outreach", form);
  const parsed = parseForm(outcomeSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  const { id, inquiryId, ...answer } = parsed.data;
  const noted = await noteOutcome(staff, id, answer);
  revalidatePath(inquiryPath(inquiryId));
  if (noted.status !== "ok") return { status: "failed", code: noted.status, values: textsOf(form) };
  redirect(`${inquiryPath(inquiryId)}?done=answered#contact-${id}`);
}

/** Has mails tried again: one field `id` for each. */
export async function retryMailsAction(form: FormData): Promise<void> {
  const staff = await requireStaff("outreach", form);
  const parsed = retrySchema.safeParse(form.getAll("id"));
  const count = parsed.success ? await retryMails(staff, parsed.data) : 0;
  for (const path of MAIL_PATHS) revalidatePath(path);
  // The button was pressed twice: they are queued already.
  const isDone = count > 0 || (parsed.success && (await areUnderWay(parsed.data)));
  redirect(`/admin/mails?done=${isDone ? "retried" : "gone"}`);
}
