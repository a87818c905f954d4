import { simpleParser, type ParsedMail } from "mailparser";
import { outcomeInFields, outcomeInProse, type Outcome } from "./delivery-outcome";

/** What a mail that came back to MAIL_FROM says of one of our mails. */
export type DeliveryReport =
  | {
      /** It will never arrive, also when servers tried for days. */
      kind: "failed";
      mailId: string;
      /** Such as `DSN 5.1.1`, or `SMTP 550` when the report has no better. */
      code: string;
    }
  /** A failure of a mail that is none of ours. */
  | { kind: "foreign" }
  /** A server goes on trying. */
  | { kind: "delayed" }
  /** An answer of a person or a program, or a report that a mail arrived. */
  | { kind: "other" }
  /** Somebody has to read it. */
  | { kind: "not_understood" };

const OUR_ID = /<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/i;
/** Also where the returned mail is quoted in the text, and where the id stands on a line of its own. */
const RETURNED_ID = /^[> \t]*(?:x-)?(?:original-)?message-id:\s*(<[^>]*>)/im;

const MACHINE_PARTS = ["message/delivery-status", "message/global-delivery-status"];

/** Who reports: RFC 3464 and 5321 name postmaster; mailer-daemon is what nearly all servers say. */
const REPORTERS = /^(?:mailer-daemon|mail-daemon|postmaster|microsoftexchange[0-9a-f]+)@/i;

/**
 * Reads a mail that came back to MAIL_FROM: a report for machines (RFC 3464, 6533), or one that only has prose, as some
 * servers still write it.
 * @param source the whole mail, as the mail server kept it
 */
export async function readDeliveryReport(source: Buffer): Promise<DeliveryReport> {
  const mail = await simpleParser(source, { skipTextToHtml: true, keepDeliveryStatus: true });
  const outcome = outcomeOf(mail);
  if (outcome.kind !== "failed") return outcome;
  const returned = returnedId(source, mail);
  if (!returned) return { kind: "not_understood" };
  const mailId = OUR_ID.exec(returned)?.[1]?.toLowerCase();
  return mailId ? { ...outcome, mailId } : { kind: "foreign" };
}

function outcomeOf(mail: ParsedMail): Outcome {
  const machine = mail.attachments.find(({ contentType }) => MACHINE_PARTS.includes(contentType));
  if (machine) return outcomeInFields(machine.content.toString("utf8"));
  if (isReport(mail)) return outcomeInProse(`${mail.subject ?? ""}\n${mail.text ?? ""}`);
  return { kind: mail.from ? "other" : "not_understood" };
}

function isReport({ from, headers }: ParsedMail): boolean {
  if (headers.has("x-failed-recipients")) return true;
  const type = headers.get("content-type") as { params?: Record<string, string> } | undefined;
  if (type?.params?.["report-type"]?.toLowerCase().endsWith("delivery-status")) return true;
  return from?.value.some((sender) => REPORTERS.test(sender.address ?? "")) ?? false;
}

/** The Message-ID of the mail that came back, in brackets; null when the report has nothing of it. */
function returnedId(source: Buffer, { text = "", attachments, inReplyTo, references }: ParsedMail): string | null {
  // Mostly the report has the returned mail as it is (RFC 2046, 5.2.1), behind its own head; some encode it.
  const raw = source.toString("latin1");
  const body = raw.slice(/\r?\n\r?\n/.exec(raw)?.index ?? raw.length);
  const decoded = attachments.map(({ content }) => content.toString("latin1"));
  const ids = [body, text, ...decoded].map((part) => RETURNED_ID.exec(part)?.[1]);
  const named = [ids, inReplyTo, references].flat(2).find((id) => id && OUR_ID.test(id));
  return named ?? ids.find((id) => id !== undefined) ?? null;
}
