// npm run rank: publishes a new edition when the method or the facts changed, and prints the newest one in figures.
// With --verify N it computes edition N again instead, and ends with exit code 1 when anything differs.

import { system } from "@/lib/audit/actor";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { verifyEdition } from "@/lib/rankings/jobs";
import { publishEdition } from "@/lib/rankings/mutations";
import { getNewestEdition } from "@/lib/rankings/queries";
import { db } from "@/lib/server/db";
import { clearPageCache } from "@/lib/server/page-cache";
import { editionLines, verificationLines } from "./rank/report";
import { parseRequest, USAGE } from "./rank/request";

try {
  const request = parseRequest(process.argv.slice(2));
  if (request.act === "help") console.log(USAGE);
  if (request.act === "publish") await publish();
  if (request.act === "verify") await verify(request.number);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}

async function publish(): Promise<void> {
  const written = await publishEdition(system("rank"), { area: SERVED_COUNTY });
  if (written.outcome === "published") await clearPageCache();
  const edition = await getNewestEdition();
  if (written.outcome === "no_method" || !edition) throw new Error("No method is published: run `npm run seed` first.");
  const changed = written.outcome === "published" ? "is new" : "stands: neither method nor facts changed";
  console.log([`Edition ${written.number} ${changed}.`, ...editionLines(edition)].join("\n"));
}

async function verify(number: number): Promise<void> {
  const verification = await verifyEdition(number);
  if (!verification) throw new Error(`There is no edition ${number}.${await newestWords()}`);
  if (verification.differences.length > 0) throw new Error(verificationLines(verification).join("\n"));
  console.log(verificationLines(verification).join("\n"));
}

async function newestWords(): Promise<string> {
  const newest = await getNewestEdition();
  return newest ? ` The newest is ${newest.number}.` : " None has been published yet: run `npm run seed` first.";
}
