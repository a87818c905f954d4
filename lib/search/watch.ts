import "server-only";
import { system } from "@/lib/audit/actor";
import { logger } from "@/lib/server/logger";
import { refreshStaleSearch } from "./mutations";

/** Derives entries again that were changed without our code, such as by hand in the database, and logs it. */
export async function searchWatch(): Promise<void> {
  const count = await refreshStaleSearch(system("worker"));
  if (count > 0) logger.warn("search.refreshed", { count });
}
