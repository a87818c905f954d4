import type { Sum } from "@/lib/server/archive";

/** `copy`: one snapshot, a file for each table. `pg_dump`: a file that PostgreSQL's own program wrote. */
export const BACKUP_WAYS = ["copy", "pg_dump"] as const;
export type BackupWay = (typeof BACKUP_WAYS)[number];

/** Why a backup was not made. */
export const BACKUP_FAILURES = [
  /** No room for it: the disk is full, or a limit of the system was met. */
  "disk_full",
  /** The folder cannot be made or written. */
  "not_writable",
  /** The database went away, or refused. */
  "database",
  /** `pg_dump` gave up. */
  "pg_dump",
  "unknown",
] as const;
export type BackupFailureCode = (typeof BACKUP_FAILURES)[number];

/** A backup that was made. */
export interface MadeBackup extends Sum {
  way: BackupWay;
  fileName: string;
  startedAt: Date;
  /** The moment of the database that it has. */
  madeAt: Date;
  tables: number;
  rows: number;
  uploads: number;
}

/** What the house says of its backups. */
export interface BackupStanding {
  /** The newest that is still there. */
  newest: { madeAt: Date; bytes: number } | null;
  /** Of all that were tried. */
  failures: number;
  /** Whether the last try failed. */
  hasFailed: boolean;
}

/** One row of the list for staff. */
export interface BackupEntry {
  id: string;
  startedAt: Date;
  way: BackupWay;
  /** Null when it failed, as its size. */
  fileName: string | null;
  bytes: number | null;
  failure: BackupFailureCode | null;
  /** The file is gone: its time was over, or somebody took it away. */
  removedAt: Date | null;
}

/** Mails that wait since a restore until a person decides. */
export interface HeldMails {
  /** To people, to places and to the team; also what tells reporters of a mistake what we decided. */
  mails: number;
  /** The team's notices of corrections. */
  notices: number;
  /** When the database was brought back, and the moment that it has. */
  restoredAt: Date | null;
  backupMadeAt: Date | null;
}

/** What came of a decision about them. */
export interface Release {
  /** Queued again, or dropped. */
  mails: number;
  notices: number;
  /** Mails to places whose permission no longer holds: stopped, whatever was decided. */
  stopped: number;
}

/** What the replay of the journal did in a database that was brought back. */
export interface DoneAgain {
  /** Acts that the backup did not know. */
  actsDoneAgain: number;
  /** Lines of the journal that were missing, or that nobody could read: somebody went on without them. */
  linesMissing: number;
  linesDamaged: number;
  /** Members whose former password had come back with it. */
  passwordsVoided: number;
}

/** One time that the database was brought back, for staff. */
export interface RestorationEntry {
  id: string;
  at: Date;
  fileName: string;
  /** The moment that the database had then. */
  backupMadeAt: Date;
  /** Null in one from before it was written down. */
  doneAgain: DoneAgain | null;
  /** Mails and notices that waited then. */
  held: number;
  /** What was decided about them; null while nobody has, or when nothing waited. */
  decision: {
    outcome: "released" | "dropped";
    at: Date;
    /** Null: a command did it, or a member who has left since. */
    by: string | null;
  } | null;
}

/** What the overview of staff says. */
export interface BackupOverview {
  /** Of the newest backup; null when there is none. */
  madeAt: Date | null;
  /** One is to be made each day, and was not. */
  isLate: boolean;
  /** The last try failed. */
  hasFailed: boolean;
  /** How many mails wait since a restore; null when none does. */
  held: number | null;
}
