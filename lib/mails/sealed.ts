import "server-only";
import { decrypt, encrypt } from "@/lib/server/crypto";
import type { SealedTable } from "@/lib/server/reencryption";

/** Where envelopes stand, for `npm run reencrypt`. */
export const sealedMails: SealedTable = { model: "Mail", columns: ["address"] };

/** The email that a mail goes to when its inquiry no longer has one, bound to the mail's row. */
export function sealRecipient(mailId: string, email: string): string {
  return encrypt(email, cell(mailId));
}

/** @throws Undecipherable */
export function openRecipient(mailId: string, sealed: string): string {
  return decrypt(sealed, cell(mailId));
}

function cell(row: string) {
  return { model: "Mail", column: "address", row };
}
