import { simpleParser } from "mailparser";

/** What a delivery report (RFC 3464) says of one of our mails. */
export interface Bounce {
  mailId: string;
  /** Such as `DSN 5.1.1`. */
  code: string;
}

/**
 * Reads a mail that came back to MAIL_FROM.
 * @param source the whole report, as the mail server kept it
 * @returns null when it is no report of a mail of ours that failed for good: an answer, a delay, a success
 */
export async function readDeliveryReport(source: Buffer): Promise<Bounce | null> {
  const { attachments } = await simpleParser(source, { skipTextToHtml: true, keepDeliveryStatus: true });
  const status = attachments.find(({ contentType }) => contentType === "message/delivery-status");
  const said = status?.content.toString("utf8") ?? "";
  if (!/^action:\s*failed\b/im.test(said)) return null;
  const code = /^status:\s*(5\.\d{1,3}\.\d{1,3})\b/im.exec(said)?.[1];
  // The report has the returned mail as it is, never encoded (RFC 2046, 5.2.1); the head of the report comes before it.
  const text = source.toString("latin1");
  const body = text.slice(/\r?\n\r?\n/.exec(text)?.index ?? text.length);
  const mailId = /^message-id:\s*<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/im.exec(body)?.[1];
  return code && mailId ? { mailId, code: `DSN ${code}` } : null;
}
