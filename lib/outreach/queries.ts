import "server-only";
import { openPerson } from "@/lib/inquiries/sealed";
import { db, type Db } from "@/lib/server/db";
import type { OutreachLetter } from "./mails";
import { knownNeeds } from "./needs";
import { contactSelect, letterSelect, toContact } from "./select";
import type { OutreachContact, OutreachMailRequest } from "./types";

/** Every place contacted for an inquiry, the newest first. Says nothing of the person. */
export async function listContacts(inquiryId: string, tx: Db = db): Promise<OutreachContact[]> {
  const rows = await tx.outreach.findMany({
    where: { inquiryId },
    orderBy: [{ contactedAt: "desc" }, { id: "desc" }],
    select: contactSelect,
  });
  return rows.map(toContact);
}

/**
 * What a mail to a place tells about a person: only what is shared is opened.
 * @throws Undecipherable
 */
export async function readLetter(
  tx: Db,
  { inquiryId, shared, template }: Omit<OutreachMailRequest, "listingId">,
): Promise<OutreachLetter> {
  const row = await tx.inquiry.findUniqueOrThrow({ where: { id: inquiryId }, select: letterSelect });
  const sealed = {
    name: shared.includes("name") ? row.name : null,
    email: shared.includes("email") ? row.email : null,
    phone: shared.includes("phone") ? row.phone : null,
    message: null,
  };
  const { name, email, phone } = openPerson(inquiryId, sealed);
  const needs = { codes: knownNeeds(row.needs), near: row.needsNear };
  const { reference, mayLeaveMessage } = row;
  return {
    template,
    reference,
    mayLeaveMessage,
    name,
    email,
    phone,
    needs: shared.includes("needs") ? needs : null,
  };
}
