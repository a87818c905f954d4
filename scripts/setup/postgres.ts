import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, existsSync, mkdirSync, openSync, closeSync, readFileSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { Failure } from "./failure.mjs";
import { readPrivateJson, writePrivate } from "./private-files.mjs";
import { freePort } from "./ports";
import { postgresBinaries, postgresRunner } from "./postgres-binaries";
import { commandOf, hasEnded } from "./process-identity.mjs";

/** A running server of our own, on loopback, with a generated password. */
export type Postgres = {
  /** Connection string of a database on it. */
  url: (database?: string) => string;
  process: ChildProcess;
  stop: () => Promise<void>;
};

type Settings = { port: number; password: string };

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 4_000;

/**
 * Starts PostgreSQL in a folder, which it fills the first time: `data/`, `server.json` (port and password) and
 * `postgres.log`. Whatever a killed run left there is cleared first.
 * @param durable false gives up safety against a power cut for speed: only for what is thrown away
 */
export async function startPostgres(folder: string, { durable = true } = {}): Promise<Postgres> {
  const { initdb, postgres } = await postgresBinaries();
  const runner = postgresRunner(postgres);
  const { prefix, ...user } = runner;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid ?? user.uid);
  const data = path.join(folder, "data");

  const kept = readPrivateJson<Settings>(path.join(folder, "server.json"));
  await stopOrphan(data);
  const settings = { password: kept?.password ?? randomBytes(24).toString("hex"), port: await freePort(kept?.port) };
  writePrivate(path.join(folder, "server.json"), JSON.stringify(settings));

  if (!existsSync(data)) initialise();
  // Of this run only, and each line at its end: whoever empties it leaves no hole.
  rmSync(path.join(folder, "postgres.log"), { force: true });
  const log = openSync(path.join(folder, "postgres.log"), "a", 0o600);
  const [command = "", ...args] = [...prefix, postgres, "-D", data, ...flags(settings.port, durable)];
  const child = spawn(command, args, { ...user, cwd: folder, stdio: ["ignore", log, log], detached: true });
  closeSync(log);
  const watch = stopWithParent(child);
  const url = (database = "postgres") =>
    `postgresql://postgres:${settings.password}@127.0.0.1:${settings.port}/${database}`;
  await untilReady(child, url(), path.join(folder, "postgres.log"));
  return { url, process: child, stop };

  function initialise(): void {
    const half = `${data}.new`;
    rmSync(half, { recursive: true, force: true });
    const passwordFile = path.join(folder, "password.new");
    writePrivate(passwordFile, settings.password);
    if (user.uid !== undefined) chownSync(passwordFile, user.uid, user.gid ?? user.uid);
    // ICU comes with the binaries, so names sort alike on every system, whatever locales it has.
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=icu", "--icu-locale=en-US"];
    const access = ["--username=postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
    const [command = "", ...args] = [...prefix, initdb, "-D", half, "--no-instructions", ...access, ...locale];
    const { status, stderr, error } = spawnSync(command, args, { ...user, cwd: folder, encoding: "utf8" });
    rmSync(passwordFile, { force: true });
    if (status !== 0) throw new Failure(`PostgreSQL could not set up ${data}:\n${error?.message ?? stderr}`);
    renameSync(half, data);
  }

  async function stop(): Promise<void> {
    if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
    child.kill("SIGINT");
    if (!(await hasEnded(child.pid, STOP_WITHIN_MS))) child.kill("SIGQUIT");
    await hasEnded(child.pid, STOP_WITHIN_MS);
    watch.kill();
  }
}

function flags(port: number, durable: boolean): string[] {
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    // A socket's path may have 107 characters, a folder's more.
    unix_socket_directories: "",
    max_connections: 100,
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** Ends a server whose parent was killed, or clears its lock: PostgreSQL would mistake any process of that number. */
async function stopOrphan(data: string): Promise<void> {
  const lock = path.join(data, "postmaster.pid");
  if (!existsSync(lock)) return;
  const pid = Number.parseInt(readFileSync(lock, "utf8"), 10);
  if (!commandOf(pid)?.includes(`-D ${data} `)) return rmSync(lock, { force: true });
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    process.kill(pid, signal);
    if (await hasEnded(pid, STOP_WITHIN_MS)) return rmSync(lock, { force: true });
  }
  throw new Failure(`A PostgreSQL of an earlier run (process ${pid}) does not stop. End it, then start again.`);
}

/** A shell that waits for our end of a pipe to close, which even `kill -9` does, and then stops the server. */
function stopWithParent(child: ChildProcess): ChildProcess {
  const script = 'cat > /dev/null; kill -INT "$1"';
  const watch = spawn("sh", ["-c", script, "sh", String(child.pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  watch.on("error", () => undefined);
  watch.unref();
  (watch.stdin as unknown as { unref?: () => void } | null)?.unref?.();
  child.once("exit", () => watch.kill());
  return watch;
}

async function untilReady(child: ChildProcess, url: string, log: string): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  let failed: string | undefined;
  child.once("error", (error) => (failed = error.message));
  const onExit = () => (failed = readFileSync(log, "utf8").slice(-2000));
  child.once("exit", onExit);
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    const refused = await client.connect().then(
      () => client.end(),
      (error: Error) => error,
    );
    // From now on an exit is a stop, whose log may be gone with its folder.
    if (!refused) return void child.off("exit", onExit);
    if (failed) throw new Failure(`PostgreSQL did not start:\n${failed}`);
    if (Date.now() > deadline) throw new Failure(`PostgreSQL did not get ready: ${refused.message}\nSee ${log}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
