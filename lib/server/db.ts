import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "@/prisma/generated/client";
import { env } from "./env";

export { Prisma } from "@/prisma/generated/client";

/**
 * For each step of a query. With PostgreSQL's default of 4 MB, a search over a million places forgets which rows of a
 * page it found and reads them all again, which takes 2.5 times as long.
 */
export const WORK_MEMORY = "-c work_mem=32MB";

const holder = globalThis as { prismaClient?: PrismaClient };

/** A host that never answers causes an error that we can show, instead of a page that hangs; so does a busy pool. */
const CONNECTION_WITHIN_MS = 5_000;
/**
 * When many requests come at once, each waits for a connection as long as the pool allows, and then has enough time.
 * With Prisma's default of two seconds to begin and five to end they failed sooner.
 */
const PATIENCE = { maxWait: 2 * CONNECTION_WITHIN_MS, timeout: 15_000 };

/** The one client of this process; created at first use so that a build needs no database. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, property) => Reflect.get((holder.prismaClient ??= connect()), property) as unknown,
});

/** A client inside a transaction, or the client itself. */
export type Db = Prisma.TransactionClient;

function connect(): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: CONNECTION_WITHIN_MS,
    options: WORK_MEMORY,
  });
  return new PrismaClient({ adapter, transactionOptions: PATIENCE });
}
