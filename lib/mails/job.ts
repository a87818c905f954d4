/** The task that sends a mail; its payload is `{ mailId }` and nothing else. */
export const SEND_MAIL_TASK = "sendInquiryMail";

/** One job for each mail: a second job replaces the first while the first waits. */
export function jobKeyOf(mailId: string): string {
  return `mail:${mailId}`;
}
