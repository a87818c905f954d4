import "server-only";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { toIsoDate } from "@/lib/shared/dates";
import { keyedHash } from "./crypto";
import { db, type Db } from "./db";
import { describeError, logger } from "./logger";

export interface Limit {
  points: number;
  seconds: number;
}

export type Allowance = { status: "allowed" } | { status: "limited"; retrySeconds: number };

const limiters = new Map<string, RateLimiterPostgres>();

/**
 * Counts one use of `name` by `key` (an IP, an account, a contact; stored only as a hash whose key changes at
 * midnight UTC: nobody can connect what somebody did on two days, and each day starts with the full allowance).
 * When the database fails, everybody may pass: we do not refuse a person in need because of our own fault.
 */
export async function consume(name: string, key: string, limit: Limit): Promise<Allowance> {
  try {
    return await consumeSurely(name, key, limit);
  } catch (reason) {
    logger.error("rate_limit.failed", { limit: name, ...describeError(reason) });
    return { status: "allowed" };
  }
}

/**
 * The same where nobody may pass uncounted.
 * @throws when the database could not count the use
 */
export async function consumeSurely(name: string, key: string, limit: Limit): Promise<Allowance> {
  try {
    await limiterOf(name, limit).consume(todaysHash(name, key));
    return { status: "allowed" };
  } catch (reason) {
    if (!(reason instanceof RateLimiterRes)) throw reason;
    return { status: "limited", retrySeconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) };
  }
}

/**
 * Counts one use in the transaction that makes it: taken back with it, and never counted twice for one record.
 * @returns whether it is within the allowance
 */
export async function consumeWithin(tx: Db, name: string, key: string, { points, seconds }: Limit): Promise<boolean> {
  const now = Date.now();
  const [row] = await tx.$queryRaw<{ points: number }[]>`
    INSERT INTO "rate_limit" AS kept ("key", "points", "expire")
    VALUES (${`${name}:${todaysHash(name, key)}`}, 1, ${now + seconds * 1000})
    ON CONFLICT ("key") DO UPDATE SET
      "points" = CASE WHEN kept."expire" > ${now} THEN kept."points" + 1 ELSE 1 END,
      "expire" = CASE WHEN kept."expire" > ${now} THEN kept."expire" ELSE excluded."expire" END
    RETURNING "points"`;
  return (row?.points ?? 1) <= points;
}

/** Waits that double from use to use, up to the longest. */
export interface Pace {
  firstSeconds: number;
  maxSeconds: number;
}

/**
 * Lets one use through at a time: the first at once, and after each the next has to wait longer. It begins anew
 * on another day, or when its row is removed, an hour after the wait has ended (`limiterOf`).
 * @throws when the database could not count the use
 */
export async function consumeSlowly(name: string, key: string, { firstSeconds, maxSeconds }: Pace): Promise<Allowance> {
  const now = Date.now();
  const row = `${name}:${todaysHash(name, key)}`;
  const passed = await db.$executeRaw`
    INSERT INTO "rate_limit" AS kept ("key", "points", "expire") VALUES (${row}, 1, ${now + firstSeconds * 1000})
    ON CONFLICT ("key") DO UPDATE SET
      "points" = kept."points" + 1,
      "expire" = ${now} + 1000 * least(${maxSeconds}::int, ${firstSeconds}::int * 2 ^ least(kept."points", 20))::bigint
    WHERE kept."expire" <= ${now}`;
  if (passed > 0) return { status: "allowed" };
  const waiting = await db.rateLimit.findUnique({ where: { key: row }, select: { expire: true } });
  const milliseconds = Number(waiting?.expire ?? now) - now;
  return { status: "limited", retrySeconds: Math.max(1, Math.ceil(milliseconds / 1000)) };
}

/** Whether `key` has used up its allowance of `name`; does not count a use. */
export async function isLimited(name: string, key: string, limit: Limit): Promise<boolean> {
  try {
    const used = await limiterOf(name, limit).get(todaysHash(name, key));
    return used !== null && used.consumedPoints >= limit.points;
  } catch (reason) {
    logger.error("rate_limit.failed", { limit: name, ...describeError(reason) });
    return false;
  }
}

/** Resets the uses of `name` by `key`, such as failed sign-ins after a successful one. */
export async function release(name: string, key: string, limit: Limit): Promise<void> {
  await limiterOf(name, limit)
    .delete(todaysHash(name, key))
    .catch((reason: unknown) => logger.error("rate_limit.failed", { limit: name, ...describeError(reason) }));
}

function todaysHash(name: string, key: string): string {
  return keyedHash(`rate limit ${name} ${toIsoDate(new Date())}`, key);
}

function limiterOf(name: string, { points, seconds }: Limit): RateLimiterPostgres {
  const id = `${name} ${points} ${seconds}`;
  const known = limiters.get(id);
  if (known) return known;
  const limiter = new RateLimiterPostgres({
    storeClient: statements,
    storeType: "client",
    tableName: "rate_limit",
    tableCreated: true,
    // Rows are deleted an hour after they stop counting.
    clearExpiredByTimeout: true,
    keyPrefix: name,
    points,
    duration: seconds,
  });
  limiters.set(id, limiter);
  return limiter;
}

/** The methods that the limiter needs of a pg client, served by our own connection pool. */
const statements = {
  async query({ text, values }: { text: string; values: unknown[] }) {
    const rows = await db.$queryRawUnsafe<{ points: number; expire: bigint | null }[]>(text, ...values);
    const counted = rows.map((row) => ({ ...row, expire: row.expire === null ? null : Number(row.expire) }));
    return { rows: counted, rowCount: counted.length };
  },
};
