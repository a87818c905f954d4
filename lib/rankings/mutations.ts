import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { refreshSearch } from "@/lib/search/mutations";
import { db, type Db, type Prisma } from "@/lib/server/db";
import { fromIsoDate, today } from "@/lib/shared/dates";
import type { Locale } from "@/lib/shared/i18n";
import type { StaffSession } from "@/lib/staff/types";
import { findPublishing } from "./admin-queries";
import { computeEdition, type ComputedEdition } from "./ranking-edition";
import { wouldChange } from "./proposed-changes";
import { newestMethod, proposedChanges, readInputs } from "./queries";
import type { FrozenRecord } from "./schema";
import { testStability, type RankRange, type StabilityTest } from "./stability";
import type { EditionRequest } from "./types";

export type EditionWrite = { outcome: "published" | "unchanged"; number: number } | { outcome: "no_method" };

export type ProposedWrite = { outcome: "proposed"; isNew: boolean } | { outcome: "unchanged" | "no_method" };

const LONG = { timeout: 60_000, maxWait: 60_000 };

/** One at a time: numbers run without gaps, two equal runs give one edition, and no proposed one outlives it. */
async function holdEditions(tx: Db): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('ranking edition'))`;
}

/** Judges anew: what waits to be published afterward is the edition of now, or nothing when the list stays the same. */
export async function proposeEdition(
  actor: StaffSession | SystemActor,
  request: EditionRequest,
): Promise<ProposedWrite> {
  return db.$transaction(async (tx) => {
    await holdEditions(tx);
    return saveProposed(tx, actor, request);
  }, LONG);
}

async function saveProposed(
  tx: Db,
  actor: StaffSession | SystemActor,
  request: EditionRequest,
): Promise<ProposedWrite> {
  const changes = await proposedChanges(tx, request);
  if (!changes) return { outcome: "no_method" };
  const { area, judgedOn, since, checksum, methodVersion, enters, leaves, moves, reasons } = changes;
  if (!wouldChange(changes)) {
    await tx.proposedEdition.deleteMany({ where: { area } });
    return { outcome: "unchanged" };
  }
  const before = await tx.proposedEdition.findUnique({
    where: { area },
    select: { inputsChecksum: true, since: true },
  });
  const head = { since, inputsChecksum: checksum.to, judgedOn: fromIsoDate(judgedOn), computedAt: new Date() };
  const data = { ...head, changes: changes satisfies Prisma.InputJsonValue };
  const saved = { where: { area }, create: { area, ...data }, update: data, select: { id: true } };
  const { id: subjectId } = await tx.proposedEdition.upsert(saved);
  const isNew = before?.inputsChecksum !== checksum.to || before.since !== since;
  if (isNew)
    await recordAudit(tx, actor, {
      action: "ranking_edition.proposed",
      subjectType: "edition",
      subjectId,
      after: {
        since,
        method: methodVersion.to,
        checksum: checksum.to,
        enters: enters.length,
        leaves: leaves.length,
        moves: moves.length,
        reasons: reasons.length,
      },
    });
  return { outcome: "proposed", isNew };
}

/**
 * Computes an edition with the newest published method over the facts of today, and freezes it. When method and inputs
 * are the same as in the newest edition, it publishes nothing. No proposed edition waits afterward.
 */
export async function publishEdition(
  actor: StaffSession | SystemActor,
  request: EditionRequest,
): Promise<EditionWrite> {
  return db.$transaction(async (tx) => {
    await holdEditions(tx);
    return publishNow(tx, actor, request);
  }, LONG);
}

/** What a member says who publishes an edition in which they decided about places themselves. */
export interface Alone {
  reason: string;
  locale: Locale;
}

/**
 * Publishes the proposed edition that a member looked at, and no other one: when the facts changed since, nothing is
 * published and the proposed edition is prepared anew. Whoever decided about a place that it changes leaves it to a
 * colleague, or says why where there is none. Pressed again it is out already.
 * @param looked its checksum
 * @param alone kept only where it is needed
 */
export async function publishProposed(
  staff: StaffSession,
  request: EditionRequest,
  looked: string,
  alone: Alone | null,
): Promise<EditionWrite | { outcome: "overtaken"; waits: boolean } | { outcome: "left_to_others" | "reason_missing" }> {
  return db.$transaction(async (tx) => {
    await holdEditions(tx);
    const changes = await proposedChanges(tx, request);
    const { from, to } = changes?.checksum ?? {};
    const waits = await tx.proposedEdition.count({ where: { area: request.area, inputsChecksum: looked } });
    if (looked === to && (looked === from || waits > 0)) {
      const publishing = changes && looked !== from ? await findPublishing(staff, changes, tx) : "free";
      if (publishing === "others") return { outcome: "left_to_others" };
      if (publishing === "alone" && !alone) return { outcome: "reason_missing" };
      return publishNow(tx, staff, request, publishing === "alone" ? alone : null);
    }
    const { outcome } = await saveProposed(tx, staff, request);
    return outcome === "no_method" ? { outcome } : { outcome: "overtaken", waits: outcome === "proposed" };
  }, LONG);
}

async function publishNow(
  tx: Db,
  actor: StaffSession | SystemActor,
  { area, judgedOn = today() }: EditionRequest,
  alone: Alone | null = null,
): Promise<EditionWrite> {
  const method = await newestMethod(tx);
  if (!method) return { outcome: "no_method" };
  const { ids, inputs } = await readInputs(tx, area, judgedOn);
  const edition = computeEdition(method.definition, inputs);
  await tx.proposedEdition.deleteMany({ where: { area } });
  const newest = await tx.rankingEdition.findFirst({
    orderBy: { number: "desc" },
    select: { number: true, area: true, inputsChecksum: true },
  });
  if (newest?.area === area && newest.inputsChecksum === edition.checksum)
    return { outcome: "unchanged", number: newest.number };
  const number = (newest?.number ?? 0) + 1;
  const stability = testStability(method.definition, edition.entries, edition.checksum);
  const freeze = ({ input, criteria }: Pick<FrozenRecord, "input" | "criteria">): FrozenRecord => {
    return { judgedOn, stateListAsOf: inputs.stateListAsOf, input, criteria };
  };
  const subjectId = await writeEdition(
    tx,
    { number, methodId: method.id, area, ...aloneColumns(alone) },
    edition,
    stability,
    ids,
    freeze,
  );
  await refreshSearch(tx);
  const after = {
    number,
    method: method.definition.version,
    checksum: edition.checksum,
    ranked: edition.entries.length,
    members: edition.entries.reduce((sum, { members }) => sum + members.length, 0),
    excluded: edition.exclusions.length,
    ...(alone && { aloneReason: alone.reason }),
  };
  await recordAudit(tx, actor, {
    action: "ranking_edition.published",
    subjectType: "edition",
    subjectId,
    after,
  });
  return { outcome: "published", number };
}

function aloneColumns(alone: Alone | null) {
  return { aloneReason: alone?.reason ?? null, aloneReasonLocale: alone?.locale ?? null };
}

async function writeEdition(
  tx: Db,
  head: { number: number; methodId: string; area: string } & ReturnType<typeof aloneColumns>,
  { checksum, prior, entries, exclusions }: ComputedEdition,
  { ranges, ...stability }: StabilityTest,
  ids: ReadonlyMap<string, string>,
  freeze: (record: Pick<FrozenRecord, "input" | "criteria">) => FrozenRecord,
): Promise<string> {
  const { id: editionId } = await tx.rankingEdition.create({
    data: { ...head, inputsChecksum: checksum, prior, stability },
    select: { id: true },
  });
  const listingId = (slug: string) => {
    const id = ids.get(slug);
    if (!id) throw new Error(`No listing "${slug}" among the inputs.`);
    return id;
  };
  const written = await tx.rankingEntry.createManyAndReturn({
    data: entries.map(({ position, rank, band, kind, score, low, high, coverage, criteria }, index) => {
      const figures = { position, rank, band, kind, score, low, high, coverage, ...rankColumns(ranges[index]) };
      return { editionId, ...figures, criteria: criteria satisfies Prisma.InputJsonValue };
    }),
    select: { id: true, position: true },
  });
  const entryId = new Map(written.map(({ id, position }) => [position, id]));
  await tx.rankingMember.createMany({
    data: entries.flatMap(({ position, members }) =>
      members.map(({ input, criteria }, index) => ({
        editionId,
        entryId: entryId.get(position)!,
        listingId: listingId(input.slug),
        place: index + 1,
        criteria: freeze({ input, criteria }) satisfies Prisma.InputJsonValue,
      })),
    ),
  });
  await tx.rankingExclusion.createMany({
    data: exclusions.map(({ input, criteria, reason, detail }) => ({
      editionId,
      listingId: listingId(input.slug),
      reason,
      detail,
      criteria: freeze({ input, criteria }) satisfies Prisma.InputJsonValue,
    })),
  });
  return editionId;
}

function rankColumns(range: RankRange | undefined) {
  if (!range) throw new Error("The stability test left out a program.");
  const { best, usualBest, usualWorst, worst } = range;
  return { rankBest: best, rankUsualBest: usualBest, rankUsualWorst: usualWorst, rankWorst: worst };
}
