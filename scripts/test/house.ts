import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { build } from "../setup/build.mjs";
import { runNode } from "../setup/commands.mjs";
import { hashFiles } from "../setup/hashes.mjs";
import { withLock } from "../setup/lock.mjs";

/** What stays between runs, so that one test is soon ready. */
export const KEPT = path.resolve(".data/tests");
/** What a prepared house is made of, beside the build, which has its own stamp. */
const MADE_OF = ["prisma", "lib", "scripts/setup", "scripts/up", "scripts/administrator.ts", "package-lock.json"];

/**
 * Lays a new data folder as `npm run up -- --prepare` makes it: tables, contents, administrator. The prepared one is
 * kept, by a name that tells what it was made of, and copied.
 * @param env settings of the house
 * @param folder where the copy goes; it must not be there yet
 */
export async function layHouse(env: NodeJS.ProcessEnv, folder: string): Promise<void> {
  const kept = path.join(KEPT, `house-${hashFiles(MADE_OF)}`);
  await withLock(path.join(KEPT, "house.lock"), async () => {
    if (existsSync(kept)) console.log(`build: ${await build()}`);
    else await prepare(env, kept);
    mkdirSync(path.dirname(folder), { recursive: true });
    // Whoever owns the database's files must own the copy too.
    execFileSync("cp", ["-pR", kept, folder]);
  });
}

async function prepare(env: NodeJS.ProcessEnv, kept: string): Promise<void> {
  mkdirSync(KEPT, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(KEPT))
    if (name.startsWith("house-")) rmSync(path.join(KEPT, name), { recursive: true, force: true });
  const half = path.join(KEPT, "house-half");
  await runNode("Preparing the site", ["scripts/up.mjs", "--prepare"], { env: { ...env, DATA_DIR: half } });
  renameSync(half, kept);
}
