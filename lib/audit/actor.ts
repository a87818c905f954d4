declare const minted: unique symbol;

/** What of the house acts when no person asks for it on the site: a command, a task of the worker, the gate. */
export const SYSTEM_NAMES = [
  /** `npm run administrator`, also where `npm run up` makes the first one. */
  "administrator",
  /** `npm run backup`, and each night the worker. */
  "backup",
  "bounces",
  /** Keeps what somebody typed who is signed out by now, ends sign-ins that are too old, and notes wrong passwords. */
  "gate",
  /** `npm run import`, also where it takes an import back. */
  "import",
  /** Notes the keys that the site, the worker or `npm run reencrypt` starts with, and renews what older ones made. */
  "keys",
  "migrate",
  "rank",
  /** `npm run refresh`, and the weekly look of the worker. */
  "refresh",
  "reindex",
  /** Does again what the journal has and the database lost. */
  "replay",
  /** `npm run restore`, also where it releases mails. */
  "restore",
  /** Each day by the worker, or `npm run retention`. */
  "retention",
  "seed",
  /** Its watches over mails and the search. */
  "worker",
] as const;
export type SystemName = (typeof SYSTEM_NAMES)[number];

export interface SystemActor {
  readonly system: SystemName;
}

export function system(name: SystemName): SystemActor {
  return { system: name };
}

/** A member of the team. Every `StaffSession` is one. */
export interface StaffActor {
  readonly [minted]: true;
  readonly staffId: string;
}

/** A person who holds the receipt of an inquiry, which is theirs then, and no other. Only `findReceipt` makes one. */
export interface ReceiptHolder {
  readonly [minted]: true;
  readonly inquiryId: string;
}

/** Anyone who sends a public form: known by the random identity of that form, empty when it was none of ours. */
export interface FormSender {
  readonly formRandom: string;
}

/** A person outside the team, who acts on a record of their own. Known without anything personal. */
export type Visitor = ReceiptHolder | FormSender;

/** Who acts: the first argument of whatever writes. */
export type Actor = StaffActor | Visitor | SystemActor;
