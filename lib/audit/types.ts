export interface AuditRow {
  id: string;
  at: Date;
  action: string;
  subjectType: string;
  subjectId: string;
  /** Null for the system, the bare id for someone who has left. */
  actor: string | null;
  changes: { field: string; before: string; after: string }[];
}
