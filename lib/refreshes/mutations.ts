import "server-only";
import { createHash } from "node:crypto";
import { gzipSync } from "node:zlib";
import type { SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { db, Prisma, type Db } from "@/lib/server/db";
import { fromIsoDate } from "@/lib/shared/dates";
import type { NewProposal, RefreshCause, SourceKey } from "./types";

/** What came of a look. */
export interface Look {
  source: SourceKey;
  url: string;
  outcome: "proposed" | "nothing_new" | "failed";
  cause?: RefreshCause;
  words: string[];
  etag?: string | null;
  lastModified?: string | null;
  /** Of the published bytes, hex. */
  checksum?: string;
}

/** Writes down a look that brought no proposal. */
export async function recordLook(_actor: SystemActor, look: Look): Promise<void> {
  await db.refresh.create({ data: look, select: { id: true } });
}

/** Keeps a file with what it would change, in place of the open proposal of its source. @returns its number */
export async function propose(
  actor: SystemActor,
  look: Omit<Look, "source" | "url" | "outcome">,
  { source, url, bytes, name, effect, ...proposal }: NewProposal,
): Promise<number> {
  const checksum = createHash("sha256").update(bytes).digest("hex");
  return db.$transaction(async (tx) => {
    // One after the other: two machines may have fetched the same file at the same moment.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('refresh proposal'))`;
    await tx.refreshProposal.updateMany({
      where: { source, status: "open" },
      data: { status: "superseded", decidedAt: new Date(), packed: null },
    });
    const { number } = await tx.refreshProposal.create({
      data: {
        ...proposal,
        source,
        url,
        checksum,
        packed: gzipSync(bytes),
        size: bytes.length,
        edition: name.edition,
        asOf: fromIsoDate(name.date.asOf),
        asOfPrecision: name.date.precision,
        effect: effect ?? Prisma.DbNull,
      },
      select: { number: true },
    });
    await tx.refresh.create({ data: { ...look, source, url, outcome: "proposed", checksum }, select: { id: true } });
    const after = { source, edition: name.edition, asOf: name.date.asOf, checksum, size: bytes.length };
    await recordAudit(tx, actor, {
      action: "refresh.proposed",
      subjectType: "refresh",
      subjectId: String(number),
      after,
    });
    return number;
  });
}

/**
 * Decides about an open proposal.
 * @returns false when somebody decided before
 */
export async function decideProposal(
  tx: Db,
  actor: SystemActor,
  number: number,
  decision: { status: "accepted"; importNumber: number | null } | { status: "rejected" },
): Promise<boolean> {
  const { count } = await tx.refreshProposal.updateMany({
    where: { number, status: "open" },
    data: { ...decision, decidedAt: new Date(), ...(decision.status === "rejected" && { packed: null }) },
  });
  if (count === 0) return false;
  await recordAudit(tx, actor, {
    action: decision.status === "accepted" ? "refresh.accepted" : "refresh.rejected",
    subjectType: "refresh",
    subjectId: String(number),
    after: decision,
  });
  return true;
}
