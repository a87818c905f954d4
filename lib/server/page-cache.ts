import "server-only";
import { rename, rm } from "node:fs/promises";
import path from "node:path";
import { env } from "./env";

/**
 * Drops every rendered page, so that each is made again at its next visit. For changes from outside the web server
 * (an import); inside it, revalidatePath names the pages.
 */
export async function clearPageCache(): Promise<void> {
  const directory = env().PAGE_CACHE_DIR ?? path.join(env().DATA_DIR, "pages");
  // Away at once, so that a page which is kept meanwhile does not hold the old folder in its place.
  const old = `${directory}.old`;
  await remove(old);
  // Where it cannot be moved (a disk of its own) or is gone, the rest does.
  await rename(directory, old).catch(() => undefined);
  await Promise.all([old, directory].map(remove));
}

function remove(directory: string): Promise<void> {
  return rm(directory, { recursive: true, force: true });
}
