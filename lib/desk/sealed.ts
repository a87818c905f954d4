import "server-only";
import { decrypt, encrypt } from "@/lib/server/crypto";

const place = (row: string) => ({ model: "InquiryNote", column: "text", row });

/** A note as it is stored: an envelope bound to its row. */
export function sealNote(row: string, text: string): string {
  return encrypt(text, place(row));
}

/** @throws Undecipherable */
export function openNote(row: string, sealed: string): string {
  return decrypt(sealed, place(row));
}
