import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { keyOfEnvelope, newestHashPrefix, Undecipherable } from "@/lib/server/crypto";
import { db } from "@/lib/server/db";
import { formerReceiptToken, newReceiptToken, RECEIPT_HASH_PREFIX, receiptHash } from "./receipt-token";
import { contactHashes, openEmail, openPhone, sealReceiptToken, type SealedReceipt } from "./sealed";

const BATCH = 200;

interface Renewal {
  /** Hashes that were made anew. */
  renewed: number;
  /** Ids of inquiries of which something could not be made anew: no key opens them, or no secret made their receipt. */
  left: string[];
}

interface StoredContact {
  id: string;
  email: string | null;
  phone: string | null;
  emailHash: string | null;
  phoneHash: string | null;
}

/**
 * Makes the hashes of contacts anew with the newest secret, from what was sealed. It may be stopped and run again, also
 * while the site runs: what somebody erases meanwhile stays erased.
 * @param lost ids of encryption keys that are lost for good: contacts that they sealed keep the hashes that they have
 */
export async function renewContactHashes(_actor: SystemActor, lost: ReadonlySet<string> = new Set()): Promise<Renewal> {
  return renewAll(
    (after) => db.$queryRaw<StoredContact[]>`
      SELECT "id"::text, "email", "phone", "emailHash", "phoneHash" FROM "Inquiry"
      WHERE (NOT starts_with("emailHash", ${newestHashPrefix()}) OR NOT starts_with("phoneHash", ${newestHashPrefix()}))
        AND "id"::text > ${after} ORDER BY "id"::text LIMIT ${BATCH}`,
    async ({ id, email, phone, emailHash, phoneHash }) => {
      if ([email, phone].some((sealed) => sealed !== null && lost.has(keyOfEnvelope(sealed)))) return 0;
      const contact = { email: openEmail(id, email) ?? undefined, phone: openPhone(id, phone) ?? undefined };
      const hashes = contactHashes(contact);
      return db.$executeRaw`
        UPDATE "Inquiry" SET "emailHash" = ${hashes.emailHash}, "phoneHash" = ${hashes.phoneHash}
        WHERE "id" = ${id}::uuid AND "emailHash" IS NOT DISTINCT FROM ${emailHash}
          AND "phoneHash" IS NOT DISTINCT FROM ${phoneHash}`;
    },
  );
}

/**
 * Keeps the token of each receipt of a former version, so that its link stays the same without the secret it was made
 * with.
 * @param options.givesNewLinks to inquiries whose secret is lost: the links that people have stay closed
 */
export async function keepFormerReceipts(
  _actor: SystemActor,
  { givesNewLinks }: { givesNewLinks: boolean },
): Promise<Renewal> {
  return renewAll(
    (after) => db.$queryRaw<SealedReceipt[]>`
      SELECT "id"::text, "reference", "receiptHash", "receiptToken" FROM "Inquiry"
      WHERE NOT starts_with("receiptHash", ${RECEIPT_HASH_PREFIX}) AND "id"::text > ${after} ORDER BY "id"::text LIMIT ${BATCH}`,
    async ({ id, reference, receiptHash: before }) => {
      const token = formerReceiptToken(reference, before) ?? (givesNewLinks ? newReceiptToken() : null);
      if (token === null) return null;
      // Of an erased inquiry the token is not kept (trigger).
      return db.$executeRaw`
        UPDATE "Inquiry" SET "receiptHash" = ${receiptHash(token)}, "receiptToken" = ${sealReceiptToken(id, token)}
        WHERE "id" = ${id}::uuid AND "receiptHash" = ${before}`;
    },
  );
}

/** @param renew how many rows it changed; null when it could not */
async function renewAll<Row extends { id: string }>(
  listAfter: (id: string) => Promise<Row[]>,
  renew: (row: Row) => Promise<number | null>,
): Promise<Renewal> {
  const left: string[] = [];
  let renewed = 0;
  for (let after = ""; ;) {
    const rows = await listAfter(after);
    for (const row of rows) {
      const done = await renew(row).catch(nullWhenClosed);
      if (done === null) left.push(row.id);
      else renewed += done;
    }
    if (rows.length < BATCH) return { renewed, left };
    after = rows.at(-1)!.id;
  }
}

function nullWhenClosed(error: unknown): null {
  if (error instanceof Undecipherable) return null;
  throw error;
}
