import "server-only";
import { Prisma, type Db } from "@/lib/server/db";

export interface AuditRecord {
  /** Null for the system: seed, import, worker. */
  actorId: string | null;
  /** A noun and its past verb, such as `listing.published`. */
  action: string;
  subjectType: string;
  subjectId: string;
  /** Only what changed, and never personal data of an inquiry. */
  before?: unknown;
  after?: unknown;
}

/** Records who did what, in the same transaction. */
export async function recordAudit(tx: Db, { before, after, ...event }: AuditRecord): Promise<void> {
  await tx.auditEvent.create({
    data: { ...event, before: asJson(before), after: asJson(after) },
    select: { id: true },
  });
}

/** Dates become ISO strings and undefined keys are dropped, as the column needs. */
function asJson(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  if (value === undefined || value === null) return Prisma.DbNull;
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
}
