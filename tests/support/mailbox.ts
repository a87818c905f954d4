import { simpleParser, type ParsedMail } from "mailparser";
import { startSmtp } from "../../scripts/mailbox/smtp";

/** A real SMTP server for one test; stop it when done. */
export type TestMailbox = { url: string; mails: () => Promise<ParsedMail[]>; stop: () => Promise<void> };

/** Starts a server that takes every mail, or answers each with what `refuse` throws. */
export async function startMailbox(refuse?: () => Error | undefined): Promise<TestMailbox> {
  const sources: Buffer[] = [];
  const { port, stop } = await startSmtp(0, (source) => {
    const refusal = refuse?.();
    if (refusal) return Promise.reject(refusal);
    sources.push(source);
    return Promise.resolve();
  });
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails: () => Promise.all(sources.map((source) => simpleParser(source))),
    stop,
  };
}
