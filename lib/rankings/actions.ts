"use server";

import { redirect } from "next/navigation";
import { remakePages } from "@/lib/server/remake-pages";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { parseForm, textsOf } from "@/lib/shared/form-data";
import type { ActionResult } from "@/lib/shared/result";
import type { z } from "@/lib/shared/zod";
import { requireRecentSignIn, requireStaff } from "@/lib/staff/session";
import type { AdminError } from "@/lib/staff/types";
import { proposeEdition, publishProposed } from "./mutations";
import { publishEditionSchema } from "./schema";

const PATH = "/admin/rankings";

/** Prepares the edition that would be published now, as the worker does each night. */
export async function judgeAnewAction(_: null, form: FormData): Promise<null> {
  const staff = await requireStaff("editor", form);
  const { outcome } = await proposeEdition(staff, { area: SERVED_COUNTY });
  redirect(`${PATH}?done=${outcome === "unchanged" ? "same_list" : outcome}`);
}

export type PublishResult = ActionResult<null, keyof z.input<typeof publishEditionSchema>>;

/** Publishes the proposed edition that the form names, or nothing when the facts changed since it was prepared. */
export async function publishEditionAction(_: PublishResult | null, form: FormData): Promise<PublishResult> {
  const staff = await requireStaff("editor", form);
  await requireRecentSignIn(staff, form);
  const parsed = parseForm(publishEditionSchema, textsOf(form));
  // Only a forged form names none.
  if (!parsed.ok && "checksum" in parsed.result.fieldErrors) redirect(`${PATH}?done=gone`);
  if (!parsed.ok) return parsed.result;
  const { checksum, aloneReason: reason, locale } = parsed.data;
  const alone = reason ? { reason, locale } : null;
  const written = await publishProposed(staff, { area: SERVED_COUNTY }, checksum, alone);
  if (written.outcome === "reason_missing")
    return {
      status: "invalid",
      fieldErrors: { aloneReason: "aloneReasonMissing" satisfies AdminError },
      values: textsOf(form),
    };
  if (written.outcome === "left_to_others") redirect(`${PATH}?done=left_to_others`);
  if (written.outcome === "no_method") redirect(`${PATH}?done=no_method`);
  if (written.outcome === "overtaken") redirect(`${PATH}?done=${written.waits ? "overtaken" : "overtaken_same"}`);
  remakePages("edition");
  redirect(`${PATH}?done=edition_published`);
}
