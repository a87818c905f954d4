import "server-only";
import { decrypt, encrypt, openOrNull } from "@/lib/server/crypto";
import type { SealedTable } from "@/lib/server/reencryption";
import { z } from "@/lib/shared/zod";

/** How long words wait for their writer: as long as a holiday. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** A page has few forms, and a member has few pages open: more is not the work of a person. */
export const MAX_KEPT_FORMS = 100;

/** Where envelopes stand, for `npm run reencrypt`. */
export const sealedForms: SealedTable = { model: "KeptForm", columns: ["words"] };

const wordsSchema = z.object({ search: z.string(), fields: z.record(z.string(), z.string()) });

/** The fields of a form, and the query of the page's URL, which says what the page showed. */
export type KeptWords = z.infer<typeof wordsSchema>;

const place = (row: string) => ({ model: "KeptForm", column: "words", row });

export function sealForm(row: string, words: KeptWords): string {
  return encrypt(JSON.stringify(words), place(row));
}

/** Null when there are none, or no key can decrypt them any more. */
export function openForm(row: string, sealed: string | null): KeptWords | null {
  if (sealed === null) return null;
  return openOrNull(() => wordsSchema.parse(JSON.parse(decrypt(sealed, place(row)))));
}

/** The fields of a form that are kept: never a password. */
export function keepable(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !/password/i.test(name)));
}

/** The condition for words that still wait. */
export function isWaiting(now = Date.now()) {
  return { words: { not: null }, keptAt: { gt: new Date(now - KEPT_MS) } };
}

/** The condition for words that have waited long enough. */
export function isOver(now = Date.now()) {
  return { keptAt: { lte: new Date(now - KEPT_MS) } };
}
