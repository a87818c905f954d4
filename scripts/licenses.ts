// npm run licenses -- unexplained: why places without a current license have none, although one shares a phone, a name or
// a house with them. Ends with exit code 1 when a license has neither a reason nor a note by staff.

import { explainedLicenses, namedListings } from "@/lib/matches/queries";
import { db } from "@/lib/server/db";
import { reportLines, unexplainedOf } from "./licenses/report";
import { parseRequest, USAGE } from "./licenses/request";

try {
  const request = parseRequest(process.argv.slice(2));
  if (request.act === "help") console.log(USAGE);
  if (request.act === "unexplained") await listUnexplained();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await db.$disconnect();
}

async function listUnexplained(): Promise<void> {
  const shared = await explainedLicenses(db);
  const listings = await namedListings(db, [...new Set(shared.map(({ listingId }) => listingId))]);
  console.log(reportLines(listings, shared).join("\n"));
  if (unexplainedOf(shared).length > 0) process.exitCode = 1;
}
