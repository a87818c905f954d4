import "server-only";
import { db } from "@/lib/server/db";
import type { MailWords } from "@/lib/shared/mail-words";
import { askConsent } from "./held-consent";
import { composeLetter } from "./queries";
import type { OutreachRefusal } from "./types";

/**
 * A mail to a place as it may be sent now, or why it may no longer be sent: it may have been written hours ago.
 * @throws Undecipherable
 */
export async function composeOutreachMail(
  outreachId: string,
): Promise<{ words: MailWords; to: string[] } | { code: OutreachRefusal }> {
  return db.$transaction(async (tx) => {
    const { template, address, mail, ...contact } = await tx.outreach.findUniqueOrThrow({
      where: { id: outreachId },
      select: {
        id: true,
        inquiryId: true,
        listingId: true,
        staffMemberId: true,
        consentId: true,
        way: true,
        shared: true,
        template: true,
        address: true,
        mail: { select: { contentHash: true } },
      },
    });
    const consent = await askConsent(tx, { staffId: contact.staffMemberId }, contact);
    if ("code" in consent) return consent;
    // A newer consent is another one: when a person narrows theirs, this mail is stopped.
    if (consent.consentId !== contact.consentId) return { code: "withdrawn" };
    const letter = template && (await composeLetter(tx, { ...contact, template }));
    if (!letter || letter.to !== address) return { code: "no_email" };
    if (!letter.seals.includes(mail?.contentHash ?? "")) return { code: "changed" };
    return { words: letter.words, to: [letter.to] };
  });
}
