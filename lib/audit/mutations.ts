import "server-only";
import { Prisma, type Db } from "@/lib/server/db";
import type { Actor } from "./actor";
import type { AuditEvent } from "./types";

/** Writes down who did what, in the transaction that does it. */
export async function recordAudit(tx: Db, actor: Actor, event: AuditEvent): Promise<void> {
  await tx.auditEvent.create({ data: columnsOf(actor, event), select: { id: true } });
}

/** The same of many events at once. */
export async function recordAudits(tx: Db, actor: Actor, events: readonly AuditEvent[]): Promise<void> {
  await tx.auditEvent.createMany({ data: events.map((event) => columnsOf(actor, event)) });
}

function columnsOf(actor: Actor, { before, after, ...event }: AuditEvent) {
  return { ...event, ...actorColumns(actor), before: asJson(before), after: asJson(after) };
}

/** A person outside the team stays unnamed. */
function actorColumns(actor: Actor): Pick<Prisma.AuditEventCreateInput, "actorId" | "actorName"> {
  if ("staffId" in actor) return { actorId: actor.staffId };
  return { actorName: "system" in actor ? actor.system : "visitor" };
}

/** Dates become ISO strings and undefined keys fall away, as the column needs. */
function asJson(value: unknown): Prisma.InputJsonValue | typeof Prisma.DbNull {
  if (value === undefined || value === null) return Prisma.DbNull;
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;
}
