// `npm run seed`: fills an empty database with the real Los Angeles records, the first settings, posts and ranking.
// Records that exist already stay as they are, so a seed that was stopped can go on; only posts that no member of the team
// ever touched are brought up to date, and help lines added that are new. With --upkeep it does these parts only.

import { clearPageCache } from "@/lib/server/page-cache";
import { db } from "@/lib/server/db";
import { seedImports } from "./seed/imports";
import { seedLicenseNotes } from "./seed/license-notes";
import { seedPosts } from "./seed/posts";
import { seedRankings } from "./seed/rankings";
import { seedSettings } from "./seed/settings";

/** In this order: a ranking needs the listings, and an edition of it says that the seed is complete. */
const STEPS: readonly [title: string, run: () => Promise<unknown>][] = [
  ["settings", seedSettings],
  ["public records", () => seedImports()],
  ["license notes", seedLicenseNotes],
  ["posts", seedPosts],
  ["ranking", seedRankings],
];
const UPKEEP = ["settings", "posts"];

const steps = process.argv.includes("--upkeep") ? STEPS.filter(([title]) => UPKEEP.includes(title)) : STEPS;

try {
  for (const [index, [title, run]] of steps.entries()) {
    const start = performance.now();
    process.stdout.write(`[${index + 1}/${steps.length}] ${title} … `);
    await run();
    process.stdout.write(`${((performance.now() - start) / 1000).toFixed(1)} s\n`);
  }
  await clearPageCache();
} finally {
  await db.$disconnect();
}
