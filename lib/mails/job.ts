/** The task that sends a mail; its payload is `{ mailId }` and nothing else. */
export const SEND_MAIL_TASK = "sendInquiryMail";

/** One job for each mail: a second one replaces the first while that waits. */
export function jobKeyOf(mailId: string): string {
  return `mail:${mailId}`;
}
