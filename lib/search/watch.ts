import "server-only";
import { system } from "@/lib/audit/actor";
import { logger } from "@/lib/server/logger";
import { refreshStaleSearch } from "./mutations";

/** Puts right what was changed past our own writers, such as by hand in the database, and says so in the log. */
export async function searchWatch(): Promise<void> {
  const count = await refreshStaleSearch(system("worker"));
  if (count > 0) logger.warn("search.refreshed", { count });
}
