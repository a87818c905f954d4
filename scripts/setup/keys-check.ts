import { admitKeys, keyWords } from "@/lib/keys/jobs";
import { db } from "@/lib/server/db";
import { Failure } from "./failure.mjs";
import { fail } from "./process.mjs";

/**
 * For programs that use the keys in production: ends the process in words when they do not fit the database, before
 * anything starts. A database that does not answer says nothing of the keys.
 */
export async function requireKeys(): Promise<void> {
  const problems = await admitKeys().catch(() => []);
  await db.$disconnect();
  if (problems.length > 0) await fail(new Failure(keyWords(problems)));
}
