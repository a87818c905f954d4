"use server";

import { redirect } from "next/navigation";
import { unlessInterested } from "@/lib/interests/queries";
import { listingPath } from "@/lib/listings/paths";
import { remakePages } from "@/lib/server/remake-pages";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { actOf } from "@/lib/staff/staff-form-key";
import { requireStaff, settle } from "@/lib/staff/session";
import type { AnswerField } from "./call-facts";
import { acceptCall, proposeCall, recordCall, refuseCall } from "./mutations";
import { callDecisionSchema, callOf, callSchema } from "./schema";
import type { CallDecision } from "./types";

export type CallResult = ActionResult<null, "id" | "evidence" | "asOf" | AnswerField, "gone" | "interested">;
export type CallDecisionResult = ActionResult<
  null,
  "id" | "decision" | "reason",
  Exclude<CallDecision["outcome"], "decided">
>;

/** Records all that a place answered in one call. */
export async function recordCallAction(_previous: CallResult | null, form: FormData): Promise<CallResult> {
  const staff = await requireStaff("editor", form);
  const typed = textsOf(form);
  const parsed = parseForm(callSchema, typed);
  if (!parsed.ok) return parsed.result;
  const call = callOf(parsed.data);
  const slug = await unlessInterested(staff.staffId, call.id, () => recordCall(staff, call, actOf(form)));
  if (slug === "interested") return { status: "failed", code: "interested", values: typed };
  if (slug === null) return { status: "failed", code: "gone", values: typed };
  remakePages("listing", [listingPath(slug)]);
  await settle(staff, form);
  redirect("/admin/re-checks?done=called");
}

/** Hands what a place answered to an editor. */
export async function proposeCallAction(_previous: CallResult | null, form: FormData): Promise<CallResult> {
  const staff = await requireStaff("outreach", form);
  const typed = textsOf(form);
  const parsed = parseForm(callSchema, typed);
  if (!parsed.ok) return parsed.result;
  const call = callOf(parsed.data);
  const kept = await unlessInterested(staff.staffId, call.id, () => proposeCall(staff, call, actOf(form)));
  if (kept === "interested") return { status: "failed", code: "interested", values: typed };
  if (!kept) return { status: "failed", code: "gone", values: typed };
  await settle(staff, form);
  redirect("/admin/calls?done=call_proposed");
}

/** Takes over what a colleague was told, or leaves the records as they are, with the reason. */
export async function decideCallAction(
  _previous: CallDecisionResult | null,
  form: FormData,
): Promise<CallDecisionResult> {
  const staff = await requireStaff("editor", form);
  const typed = textsOf(form);
  const parsed = parseForm(callDecisionSchema, typed);
  if (!parsed.ok) return parsed.result;
  const { id, decision, reason } = parsed.data;
  const decided = decision === "accept" ? await acceptCall(staff, id) : await refuseCall(staff, id, reason);
  if (decided.outcome !== "decided") return { status: "failed", code: decided.outcome, values: typed };
  if (decision === "accept") remakePages("listing", [listingPath(decided.slug)]);
  redirect(`/admin/calls?done=${decision === "accept" ? "call_accepted" : "call_refused"}`);
}
