import "server-only";
import { decrypt, encrypt, keyedHashes, openOrNull } from "@/lib/server/crypto";
import type { SealedTable } from "@/lib/server/reencryption";
import type { CorrectionInput } from "./schema";

/** What the reporter wrote, as it is stored: envelopes bound to their row and column; all null once erased. */
export interface SealedWords {
  wrong: string | null;
  right: string | null;
  evidence: string | null;
  email: string | null;
}

/** Where envelopes stand, for `npm run reencrypt`. */
export const sealedCorrections: SealedTable = { model: "Correction", columns: ["wrong", "right", "evidence", "email"] };

export function sealWords(row: string, input: CorrectionInput): SealedWords {
  const seal = (column: keyof SealedWords, text: string | undefined) =>
    text === undefined ? null : encrypt(text, cell(row, column));
  return {
    wrong: seal("wrong", input.wrong),
    right: seal("right", input.right),
    evidence: seal("evidence", input.evidence),
    email: seal("email", input.email),
  };
}

/** @throws Undecipherable */
export function openWords(row: string, sealed: SealedWords): SealedWords {
  return {
    wrong: open(row, "wrong", sealed.wrong),
    right: open(row, "right", sealed.right),
    evidence: open(row, "evidence", sealed.evidence),
    email: open(row, "email", sealed.email),
  };
}

/** What the keys open of it, and whether something stays closed because its key is lost. */
export function openReadable(row: string, sealed: SealedWords): SealedWords & { isUnreadable: boolean } {
  const columns = ["wrong", "right", "evidence", "email"] as const;
  const opened = columns.map((column) => openOrNull(() => open(row, column, sealed[column])));
  const [wrong = null, right = null, evidence = null, email = null] = opened;
  const isUnreadable = columns.some((column, at) => sealed[column] !== null && opened[at] === null);
  return { wrong, right, evidence, email, isUnreadable };
}

/** Where the reporter can be written to; null when its key is lost. */
export function openEmail(row: string, sealed: string): string | null {
  return openOrNull(() => open(row, "email", sealed));
}

function open(row: string, column: keyof SealedWords, envelope: string | null): string | null {
  return envelope === null ? null : decrypt(envelope, cell(row, column));
}

/** To recognise the same report without decrypting: every form its hash can be stored in, the newest first. */
export function contentHashes(
  listingId: string,
  { topic, wrong, right, grounds, evidence, email }: Pick<CorrectionInput, "topic" | "grounds"> & Partial<SealedWords>,
): string[] {
  const content = [listingId, topic, wrong, right ?? null, grounds, evidence ?? null, email ?? null];
  return keyedHashes("correction content", JSON.stringify(content));
}

function cell(row: string, column: keyof SealedWords) {
  return { model: "Correction", column, row };
}
