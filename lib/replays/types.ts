/** What one replay of the journal did. */
export interface Replay {
  /** Acts that the database had lost and has again. Those about what it does not have are looked for again each time. */
  replayed: number;
  /**
   * Lines that the database knows and this journal does not have, another machine's or lost: those that a backup which is
   * still kept would need.
   */
  missing: number;
  /** Lines of the journal that nobody can read, as file and line. */
  damaged: string[];
  /** How many acts cannot be done again, because a lost secret names their records; by the secret's id. */
  unreachable: Record<string, number>;
  /** Emails of members whose password is gone with it: they need a new one. */
  withoutPassword: string[];
}

/** Whether the journal in the folder of this process is whole. */
export type JournalStanding = { folder: string } & (
  | {
      state: "read";
      /** Lines that are not there, of acts since the oldest backup that may be kept: it would bring back what they ended. */
      missingLines: number;
      /** When the newest of them was written: every backup from after it knows what they say. */
      newestMissingAt: Date | null;
      /** Lines that nobody can read, as file and line. */
      damaged: string[];
    }
  | { state: "unreadable"; /** Of the system, such as EACCES. */ code: string }
);

/** The same of one that is not, for staff; with how many days a backup is kept. */
export type JournalTrouble = JournalStanding & { keptDays: number };
