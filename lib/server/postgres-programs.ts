import "server-only";
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { pipeline } from "node:stream/promises";

/** Of which a newer one may be used with an older server, and an older one with a newer server may not. */
export type PostgresProgram = "pg_dump" | "pg_restore";

/** Thrown when one of PostgreSQL's programs did not do its work; `words` are its own. */
export class ProgramFailure extends Error {
  constructor(
    readonly program: PostgresProgram,
    readonly words: string,
  ) {
    super(`${program} failed: ${words}`);
  }
}

/** What of a connection string PostgreSQL's own programs know; others, such as Prisma's `schema`, they refuse. */
const KNOWN_PARAMETERS =
  /^(ssl[a-z]*|connect_timeout|host|hostaddr|port|gssencmode|channel_binding|target_session_attrs)$/;
const DEBIAN_FOLDER = "/usr/lib/postgresql";
const WORDS_SHOWN = 2_000;

/** The first program of this name that is at least as new as asked, with its major version. */
export async function findProgram(
  name: PostgresProgram,
  atLeast: number,
): Promise<{ file: string; major: number } | null> {
  for (const folder of [...(process.env.PATH ?? "").split(path.delimiter), ...debianFolders()]) {
    const file = path.join(folder, name);
    const major = folder && (await majorOf(file));
    if (major && major >= atLeast) return { file, major };
  }
  return null;
}

/** The newest first. */
function debianFolders(): string[] {
  try {
    const versions = readdirSync(DEBIAN_FOLDER).toSorted((a, b) => Number(b) - Number(a));
    return versions.map((version) => path.join(DEBIAN_FOLDER, version, "bin"));
  } catch {
    return [];
  }
}

/** Null when it is not there or cannot run. */
async function majorOf(file: string): Promise<number | null> {
  return new Promise((resolve) => {
    const child = spawn(file, ["--version"], { stdio: ["ignore", "pipe", "ignore"] });
    let said = "";
    child.stdout.on("data", (text: Buffer) => (said += text.toString()));
    child.once("error", () => resolve(null));
    child.once("close", () => resolve(Number(/\(PostgreSQL\) (\d+)/.exec(said)?.[1]) || null));
  });
}

/**
 * Runs a program against a database, with `input` as its standard input.
 * @throws ProgramFailure
 */
export async function runProgram(
  program: PostgresProgram,
  file: string,
  { url, args, input }: { url: string; args: string[]; input?: AsyncIterable<Buffer> },
): Promise<void> {
  const { database, password } = connectionOf(url);
  const env = { ...process.env, LC_ALL: "C", ...(password && { PGPASSWORD: password }) };
  const child = spawn(file, [`--dbname=${database}`, "--no-password", ...args], {
    env,
    stdio: ["pipe", "ignore", "pipe"],
  });
  let words = "";
  child.stderr.on("data", (text: Buffer) => (words = (words + text.toString()).slice(-WORDS_SHOWN)));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", resolve);
  });
  // One that ends early closes its input; why it ended says more.
  const [, code] = await Promise.all([pipeline(input ?? [], child.stdin).catch(() => undefined), ended]);
  if (code !== 0) throw new ProgramFailure(program, words.trim() || `exit code ${code}`);
}

/** The password apart: a command line is there for every user of the machine to read. */
function connectionOf(url: string): { database: string; password: string } {
  const connection = new URL(url);
  const password = decodeURIComponent(connection.password);
  connection.password = "";
  const unknown = [...connection.searchParams.keys()].filter((name) => !KNOWN_PARAMETERS.test(name));
  for (const name of unknown) connection.searchParams.delete(name);
  return { database: connection.href, password };
}
