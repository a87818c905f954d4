/** The task that sends a mail; its payload is `{ mailId }` and nothing else. */
export const SEND_MAIL_TASK = "sendInquiryMail";

/** The task that sends a test mail to the team; its payload is `{ testId }` and nothing else. */
export const SEND_TEST_MAIL_TASK = "sendTestMail";

/** One job for each mail: a second job replaces the first while the first waits. */
export function jobKeyOf(mailId: string): string {
  return `mail:${mailId}`;
}
