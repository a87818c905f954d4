import "server-only";
import { system } from "@/lib/audit/actor";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { settleAgain } from "@/lib/operators/jobs";
import { db, type Prisma } from "@/lib/server/db";
import { logger } from "@/lib/server/logger";
import { asLong, type Tasks } from "@/lib/server/queue";
import { proposeEdition } from "./mutations";
import { computeEdition } from "./ranking-edition";
import { rankingMethodSchema } from "./schema";
import { toFrozen, toProgramCriteria, toRankRange, toStability } from "./frozen";
import { frozenSelect } from "./select";
import { testStability } from "./stability";
import { compareFigures, figuresOf, placeFigures, programFigures, type Difference, type Figures } from "./verification";

const JUDGE_ANEW_TASK = "judgeAnew";

/** What the worker does for rankings. */
export const rankingTasks: Tasks = { [JUDGE_ANEW_TASK]: asLong(judgeAnew) };

/**
 * Each day at 10:37 UTC, in Los Angeles after midnight, so that the day's closings count. When no worker ran on a day,
 * the run follows when one starts.
 */
export const RANKING_SCHEDULE = `37 10 * * * ${JUDGE_ANEW_TASK} ?fill=1d&max=12&jobKey=ranking`;

/** Of the listings as they follow from what staff changed during the day. Publishes nothing: that is for staff. */
async function judgeAnew(): Promise<void> {
  await settleAgain(system("rank"));
  const { outcome } = await proposeEdition(system("rank"), { area: SERVED_COUNTY });
  logger.info("ranking.judged_anew", { outcome });
}

export interface Verification {
  number: number;
  methodVersion: number;
  ranked: number;
  excluded: number;
  /** As recomputed. */
  checksum: string;
  /** Whether the edition has figures of a stability test to compare. */
  tested: boolean;
  /** Empty when everything matches to the last digit. */
  differences: Difference[];
}

type FrozenEdition = Prisma.RankingEditionGetPayload<{ select: typeof frozenSelect }>;

/**
 * Computes an edition again from its frozen records and its method, and compares every figure, also of listings that
 * are no longer published. Null for a number that no edition has.
 * @param number a positive whole number within PostgreSQL's integer
 */
export async function verifyEdition(number: number): Promise<Verification | null> {
  const stored = await db.rankingEdition.findUnique({ where: { number }, select: frozenSelect });
  if (!stored) return null;
  const { figures, records, tested } = readFrozen(stored);
  const { judgedOn = "", stateListAsOf = null } = records[0] ?? {};
  const method = rankingMethodSchema.parse(stored.method.definition);
  const again = computeEdition(method, { stateListAsOf, listings: records.map(({ input }) => input) });
  const stability = tested ? testStability(method, again.entries, again.checksum) : null;
  return {
    number,
    methodVersion: stored.method.version,
    ranked: stored.entries.length,
    excluded: stored.exclusions.length,
    checksum: again.checksum,
    tested,
    differences: compareFigures(figures, figuresOf(again, stability, { judgedOn, stateListAsOf })),
  };
}

function readFrozen({ inputsChecksum: checksum, prior, ...stored }: FrozenEdition) {
  const stability = toStability(stored.stability);
  const entries = stored.entries.map((row) => ({ row, members: row.members.map((each) => toFrozen(each.criteria)) }));
  const members = entries.flatMap((entry) => entry.members);
  const exclusions = stored.exclusions.map((row) => ({ row, record: toFrozen(row.criteria) }));
  const figures: Figures = Object.assign(
    { checksum, prior, stability },
    ...entries.map(({ row, members: own }) =>
      programFigures({ ...row, ranks: toRankRange(row) }, own, toProgramCriteria(row.criteria)),
    ),
    ...members.map((record) => placeFigures(record, {})),
    ...exclusions.map(({ row: { reason, detail }, record }) => placeFigures(record, { reason, detail })),
  );
  const records = [...members, ...exclusions.map(({ record }) => record)];
  return { figures, records, tested: stability !== null };
}
