"use server";

import { redirect } from "next/navigation";
import { remakePages } from "@/lib/server/remake-pages";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { textsOf } from "@/lib/shared/form-data";
import { requireStaff } from "@/lib/staff/session";
import { proposeEdition, publishProposed } from "./mutations";
import { publishEditionSchema } from "./schema";

const PATH = "/admin/rankings";

/** Prepares the edition that would be published now, as the worker does each night. */
export async function judgeAnewAction(_: null, form: FormData): Promise<null> {
  const staff = await requireStaff("editor", form);
  const { outcome } = await proposeEdition(staff, { area: SERVED_COUNTY });
  redirect(`${PATH}?done=${outcome === "unchanged" ? "same_list" : outcome}`);
}

/** Publishes the proposed edition that the form names, or nothing when the facts changed since it was prepared. */
export async function publishEditionAction(_: null, form: FormData): Promise<null> {
  const staff = await requireStaff("editor", form);
  const parsed = publishEditionSchema.safeParse(textsOf(form));
  // Only a forged form names none.
  if (!parsed.success) redirect(`${PATH}?done=gone`);
  const written = await publishProposed(staff, { area: SERVED_COUNTY }, parsed.data.checksum);
  if (written.outcome === "no_method") redirect(`${PATH}?done=no_method`);
  if (written.outcome === "overtaken") redirect(`${PATH}?done=${written.waits ? "overtaken" : "overtaken_same"}`);
  remakePages("edition");
  redirect(`${PATH}?done=edition_published`);
}
