export interface AuditRow {
  id: string;
  at: Date;
  action: string;
  subjectType: string;
  subjectId: string;
  /** What it was done to, by the name it has now; null for what has no name or is gone. */
  subject: string | null;
  /** Null for the system, the bare id for someone whose name is not on record. */
  actor: string | null;
  changes: { field: string; before: string; after: string }[];
}
