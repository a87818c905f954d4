import "server-only";
import { db, type Db } from "@/lib/server/db";
import { consentSelect, toConsent } from "./select";
import type { ConsentView } from "./types";

/** Every consent of an inquiry, the newest first; only the newest can be active. */
export async function listConsents(inquiryId: string, tx: Db = db): Promise<ConsentView[]> {
  const rows = await tx.consent.findMany({
    where: { inquiryId },
    orderBy: [{ givenAt: "desc" }, { id: "desc" }],
    select: consentSelect,
  });
  return rows.map(toConsent);
}
