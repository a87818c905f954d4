// `npm run migrate`: brings our tables up to date, then those of the queue, then the license matches that a migration
// removed and the search's entries of the listings that it marked.
import { spawnSync } from "node:child_process";
import { system } from "@/lib/audit/actor";
import { settleUnmatched } from "@/lib/operators/jobs";
import { refreshStaleSearch } from "@/lib/search/mutations";
import { migrateQueue } from "@/lib/server/queue";
import { makeExtensions } from "./setup/database";
import { describeFailure } from "./setup/failure.mjs";
import { refuseFormerMethod } from "./setup/former-method";

try {
  await refuseFormerMethod(process.env.DATABASE_URL ?? "");
  // Before a migration fails at it, and has to be mended by hand.
  await makeExtensions(process.env.DATABASE_URL ?? "");
} catch (error) {
  console.error(describeFailure(error));
  process.exit(1);
}

const { status } = spawnSync(process.execPath, ["node_modules/prisma/build/index.js", "migrate", "deploy"], {
  stdio: "inherit",
});
if (status !== 0) process.exit(status ?? 1);
await migrateQueue();
await settleUnmatched(system("migrate"));
await refreshStaleSearch(system("migrate"));
process.exit(0);
