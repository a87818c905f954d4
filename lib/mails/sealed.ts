import "server-only";
import { decrypt, encrypt } from "@/lib/server/crypto";
import type { SealedTable } from "@/lib/server/reencryption";

/** Where envelopes stand, for `npm run reencrypt`. */
export const sealedMails: SealedTable = { model: "Mail", columns: ["address"] };

/** The address of a mail whose inquiry no longer has one, bound to the mail's row. */
export function sealAddress(mailId: string, address: string): string {
  return encrypt(address, place(mailId));
}

/** @throws Undecipherable */
export function openAddress(mailId: string, sealed: string): string {
  return decrypt(sealed, place(mailId));
}

function place(row: string) {
  return { model: "Mail", column: "address", row };
}
