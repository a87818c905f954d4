import "server-only";
import { db } from "@/lib/server/db";
import { env } from "@/lib/server/env";
import { toIsoDate } from "@/lib/shared/dates";
import type { ImportSource } from "@/lib/sources/source-edition";
import type { StaffSession } from "@/lib/staff/types";
import { listProposals } from "./queries";
import { configuredAdapters } from "./registry";
import type { LastLook, NewestEdition, RefreshCause, SourceForStaff, SourceKey } from "./types";

/** Every source with what came of the last look at it, and whether the worker looks by itself. */
export async function listSources(_staff: StaffSession): Promise<{ isWeekly: boolean; sources: SourceForStaff[] }> {
  const proposals = await listProposals();
  const sources = await Promise.all(
    configuredAdapters().map(async ({ key, publisher, title, landingUrl, cadence, license, feeds }) => ({
      key,
      publisher,
      title,
      landingUrl,
      cadence,
      license,
      edition: feeds === null ? ("compared" as const) : await newestOf(feeds),
      lastLook: await lastLookAt(key),
      open: proposals.find(({ source, status }) => source === key && status === "open") ?? null,
    })),
  );
  return { isWeekly: env().REFRESH === "weekly", sources };
}

/** Newer editions of sources that wait for somebody to take or refuse them. */
export function countOpenProposals(_staff: StaffSession): Promise<number> {
  return db.refreshProposal.count({ where: { status: "open" } });
}

async function newestOf(source: ImportSource): Promise<NewestEdition | null> {
  const row = await db.sourceEdition.findFirst({
    where: { source, takenBackAt: null },
    orderBy: [{ asOf: "desc" }, { importedAt: "desc" }],
    select: { edition: true, asOf: true, asOfPrecision: true },
  });
  return row && { edition: row.edition, asOf: toIsoDate(row.asOf), precision: row.asOfPrecision };
}

async function lastLookAt(source: SourceKey): Promise<LastLook | null> {
  const row = await db.refresh.findFirst({
    where: { source },
    orderBy: { at: "desc" },
    select: { at: true, outcome: true, cause: true, words: true, checksum: true },
  });
  return row && { ...row, cause: row.cause as RefreshCause | null };
}
