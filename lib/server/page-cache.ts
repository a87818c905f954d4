import "server-only";
import { rm } from "node:fs/promises";
import path from "node:path";
import { env } from "./env";

/**
 * Drops every rendered page, so that each is made again at its next visit. For changes from outside the web server
 * (an import); inside it, revalidatePath names the pages.
 */
export async function clearPageCache(): Promise<void> {
  const directory = env().PAGE_CACHE_DIR ?? path.join(env().DATA_DIR, "pages");
  await rm(directory, { recursive: true, force: true });
}
