import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient, type Prisma } from "@/prisma/generated/client";
import { env } from "./env";

export { Prisma } from "@/prisma/generated/client";

/**
 * For each step of a query. With PostgreSQL's usual 4 MB a search over a million places forgets which rows of a page
 * it found and reads them all again: 2.5 times as long.
 */
export const WORK_MEMORY = "-c work_mem=32MB";

const holder = globalThis as { prismaClient?: PrismaClient };

/** Who comes while many do waits their turn; Prisma's usual two and five seconds told them that we had failed. */
const PATIENCE = { maxWait: 10_000, timeout: 15_000 };

/** The one client of this process; created at first use so that a build needs no database. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get: (_, property) => Reflect.get((holder.prismaClient ??= connect()), property) as unknown,
});

/** A client inside a transaction, or the client itself. */
export type Db = Prisma.TransactionClient;

function connect(): PrismaClient {
  // A host that never answers becomes an error a person can be told of, not a page that hangs.
  const adapter = new PrismaPg({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: 5_000,
    options: WORK_MEMORY,
  });
  return new PrismaClient({ adapter, transactionOptions: PATIENCE });
}
