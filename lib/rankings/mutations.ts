import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { refreshSearch } from "@/lib/search/mutations";
import { db, type Db, type Prisma } from "@/lib/server/db";
import { today } from "@/lib/shared/dates";
import type { StaffSession } from "@/lib/staff/types";
import { computeEdition, type ComputedEdition } from "./ranking-edition";
import { readInputs } from "./queries";
import { type FrozenRecord, rankingMethodSchema } from "./schema";
import { testStability, type RankRange, type StabilityTest } from "./stability";

export interface EditionRequest {
  /** The county to rank, as listings name it, such as "Los Angeles". */
  area: string;
  /** The day closings are judged on, YYYY-MM-DD; today in Los Angeles when left out. */
  judgedOn?: string;
}

export type EditionWrite = { outcome: "published" | "unchanged"; number: number } | { outcome: "no_method" };

/**
 * Computes an edition with the newest published method over the facts of today, and freezes it. When method and inputs
 * are the same as in the newest edition, it writes nothing.
 */
export async function publishEdition(
  actor: StaffSession | SystemActor,
  { area, judgedOn = today() }: EditionRequest,
): Promise<EditionWrite> {
  return db.$transaction(
    async (tx) => {
      // One at a time: numbers run without gaps, and two equal runs give one edition.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('ranking edition'))`;
      const method = await newestMethod(tx);
      if (!method) return { outcome: "no_method" };
      const { ids, inputs } = await readInputs(tx, area, judgedOn);
      const edition = computeEdition(method.definition, inputs);
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
      const subjectId = await writeEdition(tx, { number, methodId: method.id, area }, edition, stability, ids, freeze);
      await refreshSearch(tx);
      const after = {
        number,
        method: method.definition.version,
        checksum: edition.checksum,
        ranked: edition.entries.length,
        members: edition.entries.reduce((sum, { members }) => sum + members.length, 0),
        excluded: edition.exclusions.length,
      };
      await recordAudit(tx, actor, {
        action: "ranking_edition.published",
        subjectType: "edition",
        subjectId,
        after,
      });
      return { outcome: "published", number };
    },
    { timeout: 60_000, maxWait: 60_000 },
  );
}

async function newestMethod(tx: Db) {
  const row = await tx.rankingMethod.findFirst({
    where: { status: "published" },
    orderBy: { version: "desc" },
    select: { id: true, definition: true },
  });
  return row && { id: row.id, definition: rankingMethodSchema.parse(row.definition) };
}

async function writeEdition(
  tx: Db,
  head: { number: number; methodId: string; area: string },
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
