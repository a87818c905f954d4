"use server";

import { remakePages } from "@/lib/server/remake-pages";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import type { ActionResult } from "@/lib/shared/result";
import { requireStaff } from "@/lib/staff/session";
import { publishEdition } from "./mutations";

export type PublishEditionResult = ActionResult<{ number: number; isNew: boolean }, never, "no_method">;

/** Computes a new edition as of today; without a change in method or facts the newest edition stays. */
export async function publishEditionAction(): Promise<PublishEditionResult> {
  const staff = await requireStaff("editor");
  const written = await publishEdition(staff, { area: SERVED_COUNTY });
  if (written.outcome === "no_method") return { status: "failed", code: "no_method" };
  remakePages("edition");
  return { status: "ok", data: { number: written.number, isNew: written.outcome === "published" } };
}
