import "server-only";
import { db } from "@/lib/server/db";
import type { MailWords } from "@/lib/shared/mail-words";
import { outreachMail } from "./mails";
import { askPermission } from "./permission";
import { readLetter } from "./queries";
import type { OutreachRefusal } from "./types";

/**
 * A mail to a place as it may leave now, or why it may not any more: hours can have passed since it was written.
 * @throws Undecipherable
 */
export async function composeOutreachMail(
  outreachId: string,
): Promise<{ words: MailWords; to: string[] } | { code: OutreachRefusal }> {
  return db.$transaction(async (tx) => {
    const { listing, template, ...contact } = await tx.outreach.findUniqueOrThrow({
      where: { id: outreachId },
      select: {
        inquiryId: true,
        listingId: true,
        staffMemberId: true,
        consentId: true,
        way: true,
        shared: true,
        template: true,
        listing: { select: { outreachEmail: true } },
      },
    });
    const permission = await askPermission(tx, contact.staffMemberId, contact);
    if ("code" in permission) return permission;
    // A newer permission is another one: whoever narrowed theirs had this mail stopped.
    if (permission.consentId !== contact.consentId) return { code: "withdrawn" };
    if (!template || !listing.outreachEmail) return { code: "no_address" };
    return { words: outreachMail(await readLetter(tx, { ...contact, template })), to: [listing.outreachEmail] };
  });
}
