import { existsSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import path from "node:path";
import { checkDatabase, hasTables, startOwnDatabase } from "./database";
import { secretsForCommand } from "./command-secrets";
import { SET_OUTSIDE } from "./counts-first";
import { migrate } from "./database-contents";
import { dataFolder, takeDataFolder } from "./data-folder";
import { readHolder } from "./lock.mjs";
import { beforeEnd } from "./process.mjs";
import { namedOutside } from "./secrets";

/** In place of SMTP_URL where it is not set: commands send no mail, and `npm run up` gives it to its local mailbox. */
export const NO_MAIL_SERVER = "smtp://127.0.0.1:9";

/**
 * Settings for one command: as they stand with a DATABASE_URL, else those of this copy, its database running.
 * OWN_DATABASE says then whether `npm run up` runs on it ("up") or it was started for the command ("started").
 * @param words the command's script and its arguments
 * @param options.migrates false leaves the tables of a database that was started as they are
 */
export async function settingsForCommand(words: string[], { migrates = true } = {}): Promise<NodeJS.ProcessEnv> {
  if (process.env.DATABASE_URL) {
    await checkDatabase(process.env.DATABASE_URL);
    return process.env;
  }
  const data = dataFolder();
  const isUp = readHolder(path.join(data, "up.lock")) !== undefined;
  const url = isUp ? readFileSync(path.join(data, "database-url"), "utf8") : await startForCommand(data);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...(await secretsForCommand(words, data, url)),
    DATA_DIR: data,
    DATABASE_URL: url,
    SMTP_URL: process.env.SMTP_URL || NO_MAIL_SERVER,
    PAGE_CACHE_DIR: path.join(data, "pages"),
    OWN_DATABASE: isUp ? "up" : "started",
    [SET_OUTSIDE]: namedOutside().join(),
  };
  if (!isUp && migrates) await migrate(env, path.join(data, "logs"), path.join(data, "postgres"));
  return env;
}

/** What is made for the command, and has nothing in it when the command ends, goes with it. */
async function startForCommand(data: string): Promise<string> {
  const folder = path.join(data, "postgres");
  const [isNewData, isNewServer] = [data, folder].map((each) => !existsSync(each));
  const { release } = await takeDataFolder(data);
  beforeEnd(() => {
    release();
    if (isNewData) removeEmpty(data);
  });
  const { server, url } = await startOwnDatabase(folder);
  beforeEnd(async () => {
    const isUsed = !isNewServer || (await hasTables(url).catch(() => true));
    await server.stop();
    if (!isUsed) rmSync(folder, { recursive: true });
  });
  return url;
}

function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Something is in it.
  }
}
