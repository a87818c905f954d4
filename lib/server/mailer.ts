import "server-only";
import { createTransport } from "nodemailer";
import { env } from "./env";

/** A mail as our own code composed it. Each email is bare and single, such as `ana@example.org`. */
export interface OutgoingMail {
  to: string[];
  from: string;
  replyTo?: string | undefined;
  subject: string;
  text: string;
  html: string;
  /** Without angle brackets; the same for every attempt, so that a repeat can be recognised. */
  messageId: string;
  headers?: Record<string, string>;
}

/** Why a mail was not sent: nodemailer's code, or the server's three-digit answer. Never the server's words. */
export type MailErrorCode =
  "ECONNECTION" | "ETIMEDOUT" | "EDNS" | "ETLS" | "EAUTH" | "EENVELOPE" | "EUNKNOWN" | `SMTP ${number}`;

export class MailNotSent extends Error {
  override name = "MailNotSent";
  constructor(
    readonly code: MailErrorCode,
    /** The server refused for good (5xx), or the email cannot be used: another try would get the same answer. */
    readonly permanent: boolean,
    /** The connection broke when the server may already have taken the mail: no yes and no no came. */
    readonly mayHaveArrived = false,
  ) {
    super(code);
  }
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;
/** A server that answers too slowly is given up after this; see queue.ts, MAX_TASK_MS. */
const WHOLE_MS = 60_000;

/** Headers of a mail that no person wrote: they prevent out-of-office answers to it (RFC 3834). */
export const AUTOMATIC_MAIL = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" };

/** MAIL_TO's emails, bare: "Team <team@example.org>, second@example.org" names two. */
export function teamEmails(): string[] {
  return env()
    .MAIL_TO.split(",")
    .map((email) => (/<([^<>]+)>\s*$/.exec(email)?.[1] ?? email).trim());
}

/**
 * Hands a mail to the server and returns once the server has taken it.
 * @returns how many of several recipients the server refused; it has taken the mail for the others
 * @throws MailNotSent
 */
export async function sendMail(mail: OutgoingMail): Promise<{ refused: number }> {
  refuseLineBreaks(mail);
  const transport = createTransport({
    url: env().SMTP_URL,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    dnsTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    const { rejected } = await transport.sendMail({
      ...mail,
      // In an object, an email is never parsed as a list of several.
      to: mail.to.map((email) => ({ name: "", address: email })),
      messageId: `<${mail.messageId}>`,
      signal: AbortSignal.timeout(WHOLE_MS),
    });
    return { refused: rejected.length };
  } catch (error) {
    throw asMailNotSent(error);
  } finally {
    transport.close();
  }
}

/** Refuses characters that could end a header line, before nodemailer would fold or encode them. */
function refuseLineBreaks({ to, from, replyTo = "", subject, messageId, headers = {} }: OutgoingMail): void {
  const written = [...to, from, replyTo, subject, messageId, ...Object.entries(headers).flat()];
  const single = to.length > 0 && to.every((email) => /^[^\s,;<>"]+@[^\s,;<>"@]+$/.test(email));
  if (!single || written.some((value) => /\p{Cc}/u.test(value))) throw new MailNotSent("EENVELOPE", true);
}

function asMailNotSent(error: unknown): MailNotSent {
  const { code, responseCode, syscall } = error as { code?: unknown; responseCode?: unknown; syscall?: unknown };
  const wasReached = syscall !== "connect";
  if (typeof responseCode === "number" && code !== "EAUTH") {
    return new MailNotSent(`SMTP ${responseCode}`, responseCode >= 500 && responseCode !== 503);
  }
  switch (code) {
    case "EDNS":
    case "EAUTH":
      return new MailNotSent(code, false);
    case "ETIMEDOUT":
    case "EABORT":
      return new MailNotSent("ETIMEDOUT", false, wasReached);
    case "ETLS":
    case "EREQUIRETLS":
      return new MailNotSent("ETLS", false);
    case "ECONNECTION":
    case "ESOCKET":
    case "EPROTOCOL":
      return new MailNotSent("ECONNECTION", false, wasReached);
    case "EENVELOPE":
      return new MailNotSent("EENVELOPE", true);
    default:
      return new MailNotSent("EUNKNOWN", false, wasReached);
  }
}
