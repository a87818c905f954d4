import "server-only";
import { z } from "@/lib/shared/zod";
import { db } from "@/lib/server/db";
import { env, siteUrl } from "@/lib/server/env";
import { logger } from "@/lib/server/logger";
import { AUTOMATIC_MAIL, MailNotSent, sendMail, teamAddresses } from "@/lib/server/mailer";
import type { Attempt, Tasks } from "@/lib/server/queue";
import { getSettings } from "@/lib/settings/queries";
import { toIsoDate } from "@/lib/shared/dates";
import type { Locale } from "@/lib/shared/i18n";
import type { MailWords } from "@/lib/shared/mail-words";
import { acknowledgement, teamNotice } from "./mails";
import { SEND_MAIL_TASK } from "./mutations";
import { inquiryPath } from "./paths";
import { openEmail } from "./sealed";
import { mailSelect, type MailPayload } from "./select";

/** What the worker does for inquiries. */
export const inquiryTasks: Tasks = { [SEND_MAIL_TASK]: sendInquiryMail };

const payloadSchema = z.object({ mailId: z.uuid() });

/**
 * Sends one mail, once: a sent or erased one is left alone. Should we fail between the server's yes and our note of it,
 * the repeat bears the same Message-ID.
 */
async function sendInquiryMail(payload: unknown, attempt: Attempt): Promise<void> {
  const { mailId } = payloadSchema.parse(payload);
  const mail = await db.mail.findUnique({ where: { id: mailId }, select: mailSelect });
  if (!mail || mail.status === "sent") return;
  try {
    await sendMail(await compose(mail));
  } catch (error) {
    if (await noteFailure(mail, error, attempt)) return;
    throw error;
  }
  await db.mail.updateMany({
    where: { id: mail.id },
    data: { status: "sent", sentAt: new Date(), lastError: null, attempts: { increment: 1 } },
  });
  logger.info("mail.sent", { mailId: mail.id, kind: mail.kind });
}

/** Whether it was the last try: an address that refuses us for good is not asked twelve times, our own team is. */
async function noteFailure({ id, kind }: MailPayload, error: unknown, attempt: Attempt): Promise<boolean> {
  const lastError = error instanceof MailNotSent ? error.code : "EUNKNOWN";
  const refused = error instanceof MailNotSent && error.permanent && kind === "acknowledgement";
  const givenUp = refused || attempt.isLast;
  await db.mail.updateMany({
    where: { id, status: { not: "sent" } },
    data: { status: givenUp ? "failed" : "queued", lastError, attempts: { increment: 1 } },
  });
  logger.warn(givenUp ? "mail.given_up" : "mail.delayed", { mailId: id, kind, attempt: attempt.number, lastError });
  return refused;
}

async function compose(mail: MailPayload) {
  const { teamContact, crisisNumbers } = await getSettings();
  const team = teamAddresses();
  const { words, to } =
    mail.kind === "team_notice"
      ? { words: noticeOf(mail), to: team }
      : { words: acknowledgementOf(mail, crisisNumbers.value), to: personOf(mail) };
  return {
    ...words,
    to,
    from: env().MAIL_FROM,
    replyTo: mail.kind === "acknowledgement" ? (teamContact.value.email ?? team[0]) : undefined,
    messageId: `${mail.id}@${new URL(siteUrl()).hostname}`,
    headers: AUTOMATIC_MAIL,
  };
}

function noticeOf({ inquiry }: MailPayload): MailWords {
  const { id, reference, suspectedSpam } = inquiry;
  return teamNotice({ reference, suspectedSpam, url: `${siteUrl()}${inquiryPath(id)}` });
}

function acknowledgementOf(
  { inquiry }: MailPayload,
  crisisNumbers: Parameters<typeof acknowledgement>[0]["crisisNumbers"],
): MailWords {
  const { reference, locale, consents } = inquiry;
  const [consent] = consents;
  if (!consent) throw new Error("An inquiry without its consent");
  return acknowledgement({
    locale: locale as Locale,
    reference,
    permissionUntil: toIsoDate(consent.expiresAt),
    crisisNumbers,
  });
}

function personOf({ inquiry }: MailPayload): string[] {
  const email = openEmail(inquiry.id, inquiry.email);
  return email === null ? [] : [email];
}
