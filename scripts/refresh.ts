// `npm run refresh`: looks whether the publishers of the public files have newer editions, and leaves a proposal for each.
// `--accept N` takes one. Ends with exit code 3 when no publisher can be reached.

import { system } from "@/lib/audit/actor";
import { reportLines } from "@/lib/imports/report";
import { acceptProposal, refreshSource, rejectProposal } from "@/lib/refreshes/jobs";
import { listProposals } from "@/lib/refreshes/queries";
import { listLines, resultLines } from "@/lib/refreshes/refresh-report";
import { configuredAdapters } from "@/lib/refreshes/registry";
import type { RefreshResult, SourceKey } from "@/lib/refreshes/types";
import { db } from "@/lib/server/db";
import { clearPageCache } from "@/lib/server/page-cache";
import { ImportFailure } from "@/lib/sources/failure";
import { parseRequest, USAGE, type RefreshRequest } from "./refresh/request";
import { requireSettings } from "./setup/settings-check";

const FAILED = 1;
const OFFLINE = 3;

try {
  const request = parseRequest(process.argv.slice(2));
  console.log(request.act === "help" ? USAGE : (await linesOf(request)).join("\n"));
} catch (error) {
  console.error(error instanceof ImportFailure ? `\nerror  ${error.message}\n` : error);
  process.exitCode = FAILED;
} finally {
  await db.$disconnect();
}

async function linesOf(request: Exclude<RefreshRequest, { act: "help" }>): Promise<string[]> {
  requireSettings(["DATABASE_URL", "REFRESH_URLS"]);
  if (request.act === "list") return listLines(configuredAdapters(), await listProposals());
  if (request.act === "accept") return accept(request.number, request.confirm);
  if (request.act === "reject") {
    await rejectProposal(system("refresh"), request.number);
    return [`Proposal ${request.number} is rejected. The same file is not proposed again.`];
  }
  return look(request.source);
}

/** One after the other: nobody is asked for two files at a time. */
async function look(source: SourceKey | null): Promise<string[]> {
  const results: RefreshResult[] = [];
  for (const adapter of configuredAdapters().filter(({ key }) => source === null || key === source))
    results.push(await refreshSource(system("refresh"), adapter));
  const failed = results.flatMap((result) => (result.outcome === "failed" ? result.cause : []));
  if (failed.length > 0) process.exitCode = failed.every((cause) => cause === "offline") ? OFFLINE : FAILED;
  return results.flatMap(resultLines);
}

async function accept(number: number, confirm: boolean): Promise<string[]> {
  const done = await acceptProposal(system("refresh"), number, { confirm });
  if (done.outcome === "seen") return [`Proposal ${number} is noted as seen. Nothing else was changed.`];
  if (done.outcome === "taken_before") {
    const as = done.importNumber ? `, as import ${done.importNumber}` : "";
    return [`Proposal ${number} was taken before${as}. Nothing is left to do.`];
  }
  await clearPageCache();
  return reportLines(done.report);
}
