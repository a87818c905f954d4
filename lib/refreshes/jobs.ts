import "server-only";
import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { system, type SystemActor } from "@/lib/audit/actor";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { importFile } from "@/lib/imports/jobs";
import { newestEdition } from "@/lib/imports/queries";
import { reportLines } from "@/lib/imports/report";
import type { ImportReport } from "@/lib/imports/types";
import type { ProposedChanges } from "@/lib/rankings/proposed-changes";
import { proposedChanges } from "@/lib/rankings/queries";
import { db, type Db } from "@/lib/server/db";
import { download, DownloadFailure, type DownloadLimits } from "@/lib/server/download";
import { env } from "@/lib/server/env";
import { logger } from "@/lib/server/logger";
import { asLong, type Tasks } from "@/lib/server/queue";
import { today } from "@/lib/shared/dates";
import { z } from "@/lib/shared/zod";
import { ImportFailure } from "@/lib/sources/failure";
import type { ReportProgress } from "@/lib/sources/progress";
import { checkArrival, WrongArrival } from "./arrived";
import { comparePrograms, readPrograms } from "./certified-programs";
import { decideProposal, propose, recordLook } from "./mutations";
import { lastValidators, listProposals, packedFile, programListings, whereKnown } from "./queries";
import { fileNameOf, withRequest, type ReadFile } from "./import-request";
import { comparisonLines, proposalLine } from "./refresh-report";
import { configuredAdapters, sourceAdapters } from "./registry";
import { SOURCE_KEYS, type ProposalEntry, type RefreshCause, type RefreshResult, type SourceAdapter } from "./types";

/** A page of a publisher, which is read to find the file. */
const MAX_PAGE_BYTES = 5_000_000;
/** A task of the worker ends within 90 seconds: half of them for the file, half to read it. */
const LIMITS = { maxMs: 40_000, maxTries: 3, maxPauseMs: 15_000, firstPauseMs: 1_000 };

export interface RefreshOptions {
  limits?: Partial<Omit<DownloadLimits, "maxBytes">>;
  progress?: ReportProgress;
}

/**
 * Looks for a newer edition of a source. When there is one, reads it as a dry run and leaves a proposal with what it would
 * change. It writes at the end only, in one transaction: whoever is killed before leaves nothing.
 */
export async function refreshSource(
  actor: SystemActor,
  adapter: SourceAdapter,
  options: RefreshOptions = {},
): Promise<RefreshResult> {
  const seen = { source: adapter.key, url: adapter.landingUrl, notes: [] as string[] };
  try {
    return await look(actor, adapter, options, seen);
  } catch (error) {
    const cause = causeOf(error);
    if (cause === null || !(error instanceof Error)) throw error;
    const words = error.message;
    await recordLook(actor, { ...lookOf(seen, words), outcome: "failed", cause });
    return { ...seen, outcome: "failed", cause, words };
  }
}

type Seen = Pick<RefreshResult, "source" | "url" | "notes">;

async function look(
  actor: SystemActor,
  adapter: SourceAdapter,
  { limits, progress }: RefreshOptions,
  seen: Seen,
): Promise<RefreshResult> {
  const mayAsk = mayAskOf(adapter);
  const within = { ...LIMITS, ...limits };
  const located = await adapter.locate((url) => pageOf(url, mayAsk, within));
  seen.url = located.url;
  if (located.note) seen.notes.push(located.note);
  const validators = await lastValidators(adapter.key, located.url);
  const request = { url: located.url, ...validators, mayAsk, limits: { ...within, maxBytes: adapter.maxBytes } };
  const arrived = await download(request);
  if (arrived.hasMoved) seen.notes.push(`It has moved: it is now at ${arrived.url}`);
  const nothingNew = async (words: string, called: Pick<Called, "etag" | "lastModified"> & { checksum?: string }) => {
    await recordLook(actor, { ...lookOf(seen, words), ...called, outcome: "nothing_new" });
    return { ...seen, outcome: "nothing_new" as const, words };
  };
  if (arrived.outcome === "unchanged")
    return nothingNew("The server says that the file is the same as at the last look.", validators);
  const { bytes, etag, lastModified } = arrived;
  checkArrival(bytes, arrived.url);
  const file = adapter.toFile(bytes);
  const contentChecksum = sha256(file);
  const called = { etag, lastModified, checksum: sha256(bytes) };
  const known = await whereKnown(adapter.key, adapter.feeds, contentChecksum);
  if (known) return nothingNew(known, called);
  const name = adapter.editionOf(arrived.url, today());
  const newest = adapter.feeds && (await newestEdition(db, adapter.feeds));
  if (newest && name.date.asOf < newest)
    return nothingNew(`Edition ${name.edition} describes ${name.date.asOf}; we have one of ${newest}.`, called);
  const fileName = fileNameOf(adapter, arrived.url, name.edition);
  const read = { adapter, fileName, file, name };
  const { report, effect } = await (adapter.feeds ? dryRun(actor, read, progress) : compare(file));
  const words = [...seen.notes, ...report.slice(0, 1)];
  const { source, url } = seen;
  const proposal = { source, url, fileName, bytes, contentChecksum, name, report, effect };
  const number = await propose(actor, { words, etag, lastModified }, proposal);
  return { ...seen, outcome: "proposed", proposal: number, report, effect };
}

interface Called {
  etag: string | null;
  lastModified: string | null;
}

function lookOf({ source, url, notes }: Seen, words: string) {
  return { source, url, words: [words, ...notes] };
}

/** HTTPS and the hosts of the source; or, in tests, the one server that stands for its publisher. */
function mayAskOf({ hosts, landingUrl }: SourceAdapter) {
  const own = new URL(landingUrl);
  return ({ protocol, host }: URL) => protocol === own.protocol && hosts.includes(host);
}

async function pageOf(url: string, mayAsk: (url: URL) => boolean, limits: Omit<DownloadLimits, "maxBytes">) {
  const page = await download({ url, mayAsk, limits: { ...limits, maxBytes: MAX_PAGE_BYTES } });
  return page.outcome === "fetched" ? page.bytes.toString("utf8") : "";
}

async function dryRun(actor: SystemActor, read: ReadFile, progress: ReportProgress | undefined) {
  const effects: (ProposedChanges | null)[] = [];
  const report = await withRequest(read, { dryRun: true }, (request) =>
    importFile(actor, request, progress, async (tx) => {
      effects.push(await proposedChanges(tx, { area: SERVED_COUNTY }));
    }),
  );
  return { report: reportLines(report), effect: effects[0] ?? null };
}

async function compare(file: Buffer) {
  const programs = readPrograms(file);
  return { report: comparisonLines(programs, comparePrograms(programs, await programListings())), effect: null };
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Null for what nobody expected. */
function causeOf(error: unknown): RefreshCause | null {
  if (error instanceof DownloadFailure || error instanceof WrongArrival) return error.code;
  return error instanceof ImportFailure ? "unreadable" : null;
}

export type Acceptance =
  | { outcome: "imported"; report: ImportReport }
  /** A file that is only compared. */
  | { outcome: "seen" }
  | { outcome: "taken_before"; importNumber: number | null };

/**
 * Takes a proposal: imports its file, in one transaction with the decision. Again it changes nothing. Code outside the web
 * server must clear the page cache afterward.
 * @throws ImportFailure when there is no such proposal, it is no longer open, or the importer refuses the file
 */
export async function acceptProposal(
  actor: SystemActor,
  number: number,
  { confirm, progress }: { confirm?: boolean | undefined; progress?: ReportProgress } = {},
): Promise<Acceptance> {
  const proposal = await proposalOf(number);
  if (proposal.status === "accepted") return { outcome: "taken_before", importNumber: proposal.importNumber };
  const packed = proposal.status === "open" ? await packedFile(number) : null;
  if (!packed) throw decidedBefore(proposal);
  const adapter = sourceAdapters().find(({ key }) => key === proposal.source)!;
  const decide = async (tx: Db, importNumber: number | null) => {
    const isDone = await decideProposal(tx, actor, number, { status: "accepted", importNumber });
    if (!isDone)
      throw new ImportFailure(`Somebody else decided about proposal ${number} at this moment. Look at --list.`);
  };
  if (!adapter.feeds) {
    await db.$transaction((tx) => decide(tx, null));
    return { outcome: "seen" };
  }
  const { fileName, edition, asOf, asOfPrecision: precision } = proposal;
  const file = adapter.toFile(gunzipSync(packed));
  const read = { adapter, fileName, file, name: { edition, date: { asOf, precision } } };
  const report = await withRequest(read, { dryRun: false, confirm }, (request) =>
    importFile(actor, request, progress, (tx, done) => decide(tx, done.number)),
  );
  return { outcome: "imported", report };
}

/** Refuses a proposal; the same file is then not proposed again. @throws ImportFailure when it is no longer open */
export async function rejectProposal(actor: SystemActor, number: number): Promise<void> {
  const proposal = await proposalOf(number);
  if (proposal.status === "rejected") return;
  const isDone = await db.$transaction((tx) => decideProposal(tx, actor, number, { status: "rejected" }));
  if (!isDone) throw decidedBefore(proposal);
}

async function proposalOf(number: number): Promise<ProposalEntry> {
  const proposals = await listProposals();
  const proposal = proposals.find((each) => each.number === number);
  if (!proposal) throw new ImportFailure(`There is no proposal ${number}. npm run refresh -- --list names them.`);
  return proposal;
}

function decidedBefore(proposal: ProposalEntry): ImportFailure {
  const why = proposal.status === "superseded" ? " A newer one took its place." : "";
  return new ImportFailure(`It cannot be decided any more: ${proposalLine(proposal)}.${why} Look at --list.`);
}

const REFRESH_TASK = "refreshSource";
/** What another hour may mend. */
const PASSING = new Set<RefreshCause>(["offline", "too_slow", "cut_short", "busy"]);
const payloadSchema = z.object({ source: z.enum(SOURCE_KEYS) });

/** What the worker does: one source, at the hour of the schedule. */
export const refreshTasks: Tasks = {
  [REFRESH_TASK]: asLong(async (payload, attempt) => {
    const { source } = payloadSchema.parse(payload);
    const adapter = configuredAdapters().find(({ key }) => key === source)!;
    const result = await refreshSource(system("refresh"), adapter);
    if (result.outcome !== "failed") return logger.info("refresh.done", { source, outcome: result.outcome });
    logger.warn("refresh.failed", { source, cause: result.cause, attempt: attempt.number });
    if (PASSING.has(result.cause) && !attempt.isLast) throw new Error(result.cause);
  }),
};

/**
 * Tuesdays from 12:41 UTC, one source after the other; nothing when the setting says so. A week in which no worker ran is
 * not made up for when one starts: it would ask at every start.
 */
export function refreshSchedule(): string {
  if (env().REFRESH === "off") return "";
  const line = (key: string) =>
    `41 12 * * 2 ${REFRESH_TASK} ?id=refresh-${key}&queue=refresh&max=12&jobKey=refresh-${key} {"source":"${key}"}`;
  return SOURCE_KEYS.map(line).join("\n");
}
