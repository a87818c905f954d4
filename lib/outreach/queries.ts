import "server-only";
import { db, type Db } from "@/lib/server/db";
import { contactSelect, toContact } from "./select";
import type { OutreachContact } from "./types";

/** Every place contacted for an inquiry, the newest first. Says nothing of the person. */
export async function listContacts(inquiryId: string, tx: Db = db): Promise<OutreachContact[]> {
  const rows = await tx.outreach.findMany({
    where: { inquiryId },
    orderBy: [{ contactedAt: "desc" }, { id: "desc" }],
    select: contactSelect,
  });
  return rows.map(toContact);
}
