import "server-only";
import { decrypt, encrypt } from "@/lib/server/crypto";
import type { SealedTable } from "@/lib/server/reencryption";

/** Where envelopes stand, for `npm run reencrypt`. */
export const sealedNotes: SealedTable = { model: "InquiryNote", columns: ["text"] };

const cell = (row: string) => ({ model: "InquiryNote", column: "text", row });

/** A note as it is stored: an envelope bound to its row. */
export function sealNote(row: string, text: string): string {
  return encrypt(text, cell(row));
}

/** @throws Undecipherable */
export function openNote(row: string, sealed: string): string {
  return decrypt(sealed, cell(row));
}
