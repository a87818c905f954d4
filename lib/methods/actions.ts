"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { rankingMethodSchema } from "@/lib/rankings/schema";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import { requireStaff } from "@/lib/staff/session";
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
import { METHOD_PAGES } from "./paths";
import {
  methodReviewSchema,
  methodStepSchema,
  methodWeightsForm,
  methodWeightsSchema,
  methodWordsForm,
  methodWordsSchema,
  type MethodValues,
} from "./schema";

/** What stands in the database now, beside what was typed: the editor shows both and decides. */
export interface MethodConflict {
  version: number;
  saved: MethodValues;
  typed: MethodValues;
}

export type SaveMethodResult = ActionResult<null, string, "gone", MethodConflict>;
export type ReviewMethodResult = ActionResult<null, "decision" | "note" | "id" | "version">;

export async function startDraftAction(): Promise<void> {
  const staff = await requireStaff("editor");
  const started = await startDraft(staff.staffId);
  if (started.outcome === "no_method") redirect("/admin/rankings?done=no_method");
  redirect(`${addressOf(started.version)}${started.outcome === "created" ? "?done=created" : ""}`);
}

export async function saveWeightsAction(_previous: SaveMethodResult | null, form: FormData): Promise<SaveMethodResult> {
  const staff = await requireStaff("editor");
  const typed = textsOf(form);
  const parsed = parseForm(methodWeightsSchema, methodWeightsForm(typed));
  if (!parsed.ok) return parsed.result;
  const written = await saveWeights(staff.staffId, parsed.data);
  return answer(written, typed, "", ({ definition, changelog, changelogEs }) =>
    weightsValues({ definition: rankingMethodSchema.parse(definition), changelog, changelogEs }),
  );
}

export async function saveWordsAction(_previous: SaveMethodResult | null, form: FormData): Promise<SaveMethodResult> {
  const staff = await requireStaff("editor");
  const typed = textsOf(form);
  const parsed = parseForm(methodWordsSchema, methodWordsForm(typed));
  if (!parsed.ok) return parsed.result;
  const { part: address } = parsed.data;
  const written = await saveWords(staff.staffId, parsed.data);
  return answer(written, typed, `/${encodeURIComponent(address)}`, ({ definition }) => {
    const part = partsOf(rankingMethodSchema.parse(definition)).find((each) => each.address === address);
    return part ? wordsValues(part) : {};
  });
}

export async function reviewMethodAction(
  _previous: ReviewMethodResult | null,
  form: FormData,
): Promise<ReviewMethodResult> {
  const staff = await requireStaff("editor");
  const parsed = parseForm(methodReviewSchema, textsOf(form));
  if (!parsed.ok) return parsed.result;
  return leadOn(
    await reviewDraft(staff.staffId, parsed.data),
    parsed.data.decision === "approve" ? "approved" : "returned",
  );
}

export async function requestReviewAction(form: FormData): Promise<void> {
  const staff = await requireStaff("editor");
  leadOn(await step(form, (id, version) => requestReview(staff.staffId, id, version)), "handed_in");
}

export async function publishMethodAction(form: FormData): Promise<void> {
  const staff = await requireStaff("editor");
  const written = await step(form, (id, version) => publishDraft(staff.staffId, id, version));
  if (written.outcome === "saved") {
    for (const page of METHOD_PAGES) revalidatePath(page, "page");
    redirect("/admin/rankings?done=method_published");
  }
  leadOn(written, "saved");
}

export async function discardDraftAction(form: FormData): Promise<void> {
  const staff = await requireStaff("editor");
  const written = await step(form, (id, version) => discardDraft(staff.staffId, id, version));
  if (written.outcome === "saved") redirect("/admin/rankings?done=discarded");
  leadOn(written, "saved");
}

/** A button's form names its draft; a made-up one names none. */
async function step(form: FormData, take: (id: string, version: number) => Promise<MethodWrite>): Promise<MethodWrite> {
  const parsed = methodStepSchema.safeParse(textsOf(form));
  return parsed.success ? take(parsed.data.id, parsed.data.version) : { outcome: "gone" };
}

/** The answer of a form that was saved, or was not. */
function answer(
  written: MethodWrite,
  typed: MethodValues,
  below: string,
  saved: (current: DraftRow) => MethodValues,
): SaveMethodResult {
  if (written.outcome === "unbalanced") return { status: "invalid", fieldErrors: { sum: "pointsSum" }, values: typed };
  if (written.outcome === "gone") return { status: "failed", code: "gone", values: typed };
  if (written.outcome === "conflict") {
    const { current } = written;
    return { status: "conflict", current: { version: current.revision, saved: saved(current), typed } };
  }
  redirect(`${addressOf(written.version)}${below}?done=draft_saved`);
}

/** To the draft's page, with what came of the step; to the table when there is no draft any more. */
function leadOn(written: MethodWrite, done: string): never {
  if (written.outcome === "gone") redirect("/admin/rankings?done=gone");
  redirect(`${addressOf(written.version)}?done=${written.outcome === "saved" ? done : written.outcome}`);
}

function addressOf(version: number): string {
  return `/admin/rankings/methods/${version}`;
}
