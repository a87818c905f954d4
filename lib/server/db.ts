import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "@/prisma/generated/client";
import { env } from "./env";
import { limitsOf, PATIENT_LIMITS, silenceMs } from "./database-limits";
import { WatchedPool } from "./watched-pool";

export { Prisma } from "@/prisma/generated/client";

/**
 * For each step of a query. With PostgreSQL's default of 4 MB, a search over a million places forgets which rows of a
 * page it found and reads them all again, which takes 2.5 times as long.
 */
export const WORK_MEMORY = "-c work_mem=32MB";

/** Of the whole process: a bundle may have this module twice. By connection string: no one is handed another database. */
const holder = globalThis as { prismaClients?: Map<string, PrismaClient> };

type Work<Result> = (tx: Db) => Promise<Result>;

/** A host that never answers causes an error that we can show, instead of a page that hangs; so does a busy pool. */
const CONNECTION_WITHIN_MS = 5_000;
/**
 * When many requests come at once, each waits for a connection as long as the pool allows, and then has enough time.
 * With Prisma's default of two seconds to begin and five to end they failed sooner.
 */
const PATIENCE = { maxWait: 2 * CONNECTION_WITHIN_MS, timeout: 15_000 };

/**
 * The one client of this process for its database; created at first use so that a build needs no database. In the site, a statement that
 * stands alone has the short limits of a page (lib/server/database-limits), and what stands in a
 * function that is a transaction has time.
 */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, property) => {
    if (property === "$transaction" && limitsOf() !== null) return inPatience;
    return Reflect.get(client(), property) as unknown;
  },
});

/** A transaction for somebody who waits for a page: it waits for nobody longer than the page may take. */
export function inHaste<Result>(work: Work<Result>): Promise<Result> {
  return client().$transaction(work);
}

/** What staff do may take long, and may wait for an import that holds the same listing. */
function inPatience(work: Work<unknown> | unknown[], ...options: unknown[]): unknown {
  const patient: Work<unknown> = async (tx) => {
    await tx.$queryRawUnsafe(PATIENT_LIMITS);
    return (work as Work<unknown>)(tx);
  };
  const transact = client().$transaction.bind(client()) as (...given: unknown[]) => unknown;
  return transact(Array.isArray(work) ? work : patient, ...options);
}

function client(): PrismaClient {
  const clients = (holder.prismaClients ??= new Map());
  const url = env().DATABASE_URL;
  const known = clients.get(url) ?? connect(url);
  clients.set(url, known);
  return known;
}

/** A client inside a transaction, or the client itself. */
export type Db = Prisma.TransactionClient;

function connect(connectionString: string): PrismaClient {
  const config = {
    connectionString,
    connectionTimeoutMillis: CONNECTION_WITHIN_MS,
    options: [WORK_MEMORY, limitsOf()].filter((each) => each !== null).join(" "),
  };
  const pool = new WatchedPool(config, silenceMs());
  const adapter = new PrismaPg(pool, { disposeExternalPool: true });
  return new PrismaClient({ adapter, transactionOptions: PATIENCE });
}
