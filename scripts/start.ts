// `npm start`: the built site in production. Migrations and the worker are started apart (npm run migrate, worker).
import { existsSync, rmSync } from "node:fs";
import path from "node:path";
import { env } from "@/lib/server/env";
import { NEXT } from "./setup/build.mjs";
import { startNode } from "./setup/commands.mjs";
import { Failure } from "./setup/failure.mjs";
import { requireKeys } from "./setup/keys-check";
import { passLines } from "./setup/log-lines.mjs";
import { end, fail, prepareProcess } from "./setup/process.mjs";
import { requireSettings } from "./setup/settings-check";
import { refuseSilentTeam } from "./setup/team-contact-check";
import { refuseUnfinishedRestore } from "./setup/unfinished-restore";

prepareProcess();
requireSettings();
await refuseUnfinishedRestore(env().DATABASE_URL).catch(fail);
await requireKeys();
await refuseSilentTeam(env().DATABASE_URL, env().SITE_URL).catch(fail);
if (existsSync(".next/BUILD_ID")) {
  const pages = process.env.PAGE_CACHE_DIR || path.resolve(process.env.DATA_DIR || ".data", "pages");
  // Pages of another build; each is made again at its first visit.
  rmSync(pages, { recursive: true, force: true });
  const site = startNode([NEXT, "start", "-H", env().HOST], {
    env: { ...process.env, PAGE_CACHE_DIR: pages },
    log: "pipe",
  });
  // Whoever reads our lines may be gone.
  process.stdout.on("error", () => undefined);
  passLines(site, "site", (line) => void process.stdout.write(`${line}\n`));
  // Not "exit": its last lines may still be on their way.
  site.once("close", (code) => void end(code ?? 1));
} else await fail(new Failure("There is no build yet. Make one: npm run build"));
