// What the database, the mail server and the senders say, put beside each other.
import { query } from "../../scripts/setup/database";
import type { MailServer } from "./mail-server";
import type { Outcome } from "./sender";

export interface Books {
  senders: number;
  /** Who saw their reference. */
  shown: number;
  /** References somebody was told that are not in the database with their own words. */
  lost: number;
  /** Inquiries beyond one for each sender. */
  duplicates: number;
  /** Kept, though the sender gave up before they saw the reference. */
  keptUnseen: number;
  mails: number;
  undelivered: number;
  /** Times a mail was taken beyond the first; each bears the Message-ID of the first. */
  repeats: number;
  /** Mails taken that no row of ours stands for. */
  strange: number;
  byStatus: Record<string, number>;
}

interface Row {
  id: string;
  reference: string;
  email: string;
}

/** @param host of the Message-IDs */
export async function closeBooks(
  databaseUrl: string,
  outcomes: Outcome[],
  server: MailServer,
  host: string,
): Promise<Books> {
  const rows = await query(databaseUrl, (client) => client.query<Row>('SELECT id, reference, email FROM "Inquiry"'));
  const inquiries = await opened(rows.rows);
  const byReference = new Map(inquiries.map((row) => [row.reference, row.email]));
  const emails = new Set(outcomes.map(({ person }) => person.email));
  const own = inquiries.filter(({ email }) => emails.has(email));
  const told = outcomes.flatMap(({ person, references }) =>
    [...references].map((reference) => ({ person, reference })),
  );
  const mails = await query(databaseUrl, (client) =>
    client.query<{ id: string; inquiryId: string; status: string }>('SELECT id, "inquiryId", status FROM "Mail"'),
  );
  const ownIds = new Set(own.map(({ id }) => id));
  const ownMails = mails.rows.filter(({ inquiryId }) => ownIds.has(inquiryId));
  const timesOf = (id: string) => server.taken.get(`${id}@${host}`) ?? 0;
  const known = new Set(mails.rows.map(({ id }) => `${id}@${host}`));
  return {
    senders: outcomes.length,
    shown: outcomes.filter(({ milliseconds }) => milliseconds !== null).length,
    lost: told.filter(({ person, reference }) => byReference.get(reference) !== person.email).length,
    duplicates: own.length - new Set(own.map(({ email }) => email)).size,
    keptUnseen: own.length - outcomes.filter(({ references }) => references.size > 0).length,
    mails: ownMails.length,
    undelivered: ownMails.filter(({ id, status }) => timesOf(id) === 0 && status !== "bounced").length,
    repeats: ownMails.reduce((total, { id }) => total + Math.max(0, timesOf(id) - 1), 0),
    strange: [...server.taken.keys()].filter((messageId) => !known.has(messageId)).length,
    byStatus: countBy(ownMails.map(({ status }) => status)),
  };
}

async function opened(rows: Row[]): Promise<Row[]> {
  const { openEmail } = await import("../../lib/inquiries/sealed");
  return rows.map((row) => ({ ...row, email: openEmail(row.id, row.email) ?? "" }));
}

export function countBy(words: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).toSorted(([, one], [, other]) => other - one));
}
