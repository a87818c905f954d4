import "server-only";
import { acknowledgement, erasureConfirmation, teamNotice } from "@/lib/inquiries/mails";
import { inquiryPath } from "@/lib/inquiries/paths";
import { openEmail, openReceiptToken } from "@/lib/inquiries/sealed";
import type { Composers, House } from "@/lib/mails/jobs";
import { openRecipient } from "@/lib/mails/sealed";
import { composeOutreachMail } from "@/lib/outreach/jobs";
import { siteUrl } from "@/lib/server/env";
import { dayOf } from "@/lib/shared/dates";
import type { Locale } from "@/lib/shared/i18n";
import type { MailWords } from "@/lib/shared/mail-words";
import { receiptPath } from "./paths";

type Mail = Parameters<Composers["team_notice"]>[0];

/** The function that writes each kind of mail. The worker gives them to the task that sends. */
export const letters: Composers = {
  team_notice: (mail, { team }) => ({ words: noticeOf(mail), to: team }),
  acknowledgement: (mail, house) => ({ words: acknowledgementOf(mail, house), to: personOf(mail) }),
  erasure: (mail) => ({ words: erasureOf(mail), to: formerPersonOf(mail) }),
  outreach: (mail) => composeOutreachMail(mail.outreachId ?? ""),
};

function noticeOf({ inquiry }: Mail): MailWords {
  const { id, reference, suspectedSpam } = inquiry;
  return teamNotice({ reference, suspectedSpam, url: `${siteUrl()}${inquiryPath(id)}` });
}

function acknowledgementOf({ inquiry }: Mail, { crisisNumbers, answersWithin }: House): MailWords {
  const { reference, locale, consents } = inquiry;
  const [consent] = consents;
  if (!consent) throw new Error("An inquiry without its consent");
  const token = openReceiptToken(inquiry);
  if (token === null) throw new Error("An inquiry without its receipt");
  return acknowledgement({
    locale: locale as Locale,
    reference,
    consentUntil: dayOf(consent.expiresAt),
    receiptUrl: `${siteUrl()}${receiptPath(locale as Locale, token)}`,
    answersWithin,
    crisisNumbers,
  });
}

function erasureOf({ inquiry: { reference, locale } }: Mail): MailWords {
  return erasureConfirmation({ reference, locale: locale as Locale });
}

function formerPersonOf({ id, address }: Mail): string[] {
  return address === null ? [] : [openRecipient(id, address)];
}

function personOf({ inquiry }: Mail): string[] {
  const email = openEmail(inquiry.id, inquiry.email);
  return email === null ? [] : [email];
}
