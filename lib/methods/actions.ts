"use server";

import { redirect } from "next/navigation";
import { rankingMethodSchema } from "@/lib/rankings/schema";
import { remakePages } from "@/lib/server/remake-pages";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { requireRecentSignIn, requireStaff, settle } from "@/lib/staff/session";
import type { StaffSession } from "@/lib/staff/types";
import { weightsValues, wordsValues, type DraftRow } from "./admin-queries";
import {
  discardDraft,
  publishDraft,
  requestReview,
  reviewDraft,
  saveWeights,
  saveWords,
  startDraft,
  type MethodWrite,
} from "./mutations";
import { partsOf } from "./parts";
import {
  methodReviewSchema,
  methodStep,
  methodStepSchema,
  methodWeightsForm,
  methodWeightsSchema,
  methodWordsForm,
  methodWordsSchema,
  type MethodTarget,
  type MethodValues,
} from "./schema";

/** What the database has now, beside what was typed: the page shows both, and the editor decides. */
export interface MethodConflict {
  version: number;
  saved: MethodValues;
  typed: MethodValues;
}

export type SaveMethodResult = ActionResult<null, string, "gone" | "unsaved", MethodConflict>;

export async function startDraftAction(): Promise<void> {
  const staff = await requireStaff("editor");
  const started = await startDraft(staff);
  if (started.outcome === "no_method") redirect("/admin/rankings?done=no_method");
  redirect(`${methodPath(started.version)}${started.outcome === "created" ? "?done=created" : ""}`);
}

/**
 * Saves weights, constants and changelog. Another button of the form (`step`) hands in the draft with the fields as
 * they are. A review, a publication and a discarding apply to the saved draft, and are refused while other weights are
 * typed.
 */
export async function saveWeightsAction(_previous: SaveMethodResult | null, form: FormData): Promise<SaveMethodResult> {
  const staff = await requireStaff("editor", form);
  const typed = textsOf(form);
  const step = methodStep.parse(typed.step ?? null);
  if (step === "approve" || step === "return") return review(staff, form);
  if (step === "publish" || step === "discard") await requireRecentSignIn(staff, form);
  if (step === "publish") return publish(staff, form);
  if (step === "discard") return discard(staff, form);
  const parsed = parseForm(methodWeightsSchema, methodWeightsForm(typed));
  if (!parsed.ok) return parsed.result;
  const written = await saveWeights(staff, parsed.data);
  if (written.outcome !== "saved") return refusal(written, typed, savedWeights);
  await settle(staff, form);
  if (step === "hand_in") leadOn(await requestReview(staff, parsed.data.id, written.revision), "handed_in");
  leadOn(written, "draft_saved");
}

async function review(staff: StaffSession, form: FormData): Promise<SaveMethodResult> {
  const typed = textsOf(form);
  const parsed = parseForm(methodReviewSchema, typed);
  if (!parsed.ok) return parsed.result;
  const written = await reviewDraft(staff, parsed.data, typed);
  if (written.outcome === "unsaved") return refusal(written, typed, savedWeights);
  if (written.outcome === "saved") await settle(staff, form);
  return leadOn(written, parsed.data.step === "approve" ? "approved" : "returned");
}

async function publish(staff: StaffSession, form: FormData): Promise<SaveMethodResult> {
  const typed = textsOf(form);
  const written = await stepOf(typed, (target) => publishDraft(staff, target, typed));
  if (written.outcome === "unsaved") return refusal(written, typed, savedWeights);
  if (written.outcome !== "saved") leadOn(written, "saved");
  await settle(staff, form);
  remakePages("method");
  redirect("/admin/rankings?done=method_published");
}

async function discard(staff: StaffSession, form: FormData): Promise<never> {
  const written = await stepOf(textsOf(form), (target) => discardDraft(staff, target));
  if (written.outcome === "saved") {
    await settle(staff, form);
    redirect("/admin/rankings?done=discarded");
  }
  return leadOn(written, "saved");
}

/** The form of a button names its draft; a forged form names none. */
async function stepOf(typed: MethodValues, take: (target: MethodTarget) => Promise<MethodWrite>): Promise<MethodWrite> {
  const parsed = methodStepSchema.safeParse(typed);
  return parsed.success ? take(parsed.data) : { outcome: "gone" };
}

export async function saveWordsAction(_previous: SaveMethodResult | null, form: FormData): Promise<SaveMethodResult> {
  const staff = await requireStaff("editor", form);
  const typed = textsOf(form);
  const parsed = parseForm(methodWordsSchema, methodWordsForm(typed));
  if (!parsed.ok) return parsed.result;
  const { part: segment } = parsed.data;
  const written = await saveWords(staff, parsed.data);
  if (written.outcome === "saved") {
    await settle(staff, form);
    redirect(`${methodPath(written.version)}/${encodeURIComponent(segment)}?done=draft_saved`);
  }
  return refusal(written, typed, ({ definition }) => {
    const part = partsOf(rankingMethodSchema.parse(definition)).find((each) => each.segment === segment);
    return part ? wordsValues(part) : {};
  });
}

function savedWeights({ definition, changelog, changelogEs }: DraftRow): MethodValues {
  return weightsValues({ definition: rankingMethodSchema.parse(definition), changelog, changelogEs });
}

/** The answer of a form that was not saved, with what was typed. */
function refusal(
  written: Exclude<MethodWrite, { outcome: "saved" }>,
  typed: MethodValues,
  saved: (current: DraftRow) => MethodValues,
): SaveMethodResult {
  if (written.outcome === "unbalanced") return { status: "invalid", fieldErrors: { sum: "pointsSum" }, values: typed };
  if (written.outcome === "unsaved") return { status: "failed", code: "unsaved", values: typed };
  if (written.outcome === "gone") return { status: "failed", code: "gone", values: typed };
  if (written.outcome !== "conflict") return leadOn(written, "");
  const { current } = written;
  return { status: "conflict", current: { version: current.revision, saved: saved(current), typed } };
}

/** Redirects to the draft's page with the result of the step, or to the table when the draft is gone. */
function leadOn(written: MethodWrite, done: string): never {
  if (written.outcome === "gone") redirect("/admin/rankings?done=gone");
  redirect(`${methodPath(written.version)}?done=${written.outcome === "saved" ? done : written.outcome}`);
}

function methodPath(version: number): string {
  return `/admin/rankings/methods/${version}`;
}
