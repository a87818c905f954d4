/** What one replay of the journal did. */
export interface Replay {
  /** Acts that the database had lost and has again. Those about what it does not have are looked for again each time. */
  replayed: number;
  /** Acts that the database knows and this journal does not: another machine's, or lost. */
  missing: number;
  /** Lines of the journal that nobody can read, as file and line. */
  damaged: string[];
  /** How many acts cannot be done again, because a lost secret names their records; by the secret's id. */
  unreachable: Record<string, number>;
  /** Emails of members whose password is gone with it: they need a new one. */
  withoutPassword: string[];
}
