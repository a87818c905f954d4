import type { KeyKind } from "@/lib/server/key-ring";

/** A key by what is said of it. */
export interface KeyName {
  kind: KeyKind;
  keyId: string;
}

/** Why keys do not fit the database. */
export type KeyTrouble =
  /** The id belongs to another key, or the key does not open what it sealed. */
  | "wrong"
  /** A key is not in the ring, and something needs it. */
  | "missing"
  /** The secret is gone that the receipts of a former version need. */
  | "receipts";

export interface KeyProblem {
  trouble: KeyTrouble;
  /** What is wrong and what to do, beginning with the setting. Never a key. */
  words: string;
}
