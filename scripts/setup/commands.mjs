import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { Failure } from "./failure.mjs";

const endWithParent = pathToFileURL(path.join(import.meta.dirname, "end-with-parent.mjs")).href;
const STOP_WITHIN_MS = 5_000;
const LINES_SHOWN = 40;

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/** Arguments for Node to run TypeScript of the server. */
export const SERVER_TYPESCRIPT = ["--conditions=react-server", "--import", "tsx"];

/**
 * Starts a Node program that ends when we end. It has its own process group, so that Ctrl+C reaches only us and what
 * it starts can be stopped with it.
 * @param {string[]} args of Node
 * @param {{ env?: NodeJS.ProcessEnv, log?: string }} options log: file for its output; "pipe": the caller reads
 * it; without it, ours
 */
export function startNode(args, { env = process.env, log } = {}) {
  return start(process.execPath, ["--import", endWithParent, ...args], env, log);
}

/**
 * Runs a Node program to its end.
 * @param {string} what for the failure's words
 * @param {string[]} args of Node
 * @param {{ env?: NodeJS.ProcessEnv, log?: string }} [options]
 * @throws Failure with its last lines
 */
export async function runNode(what, args, options = {}) {
  await untilDone(what, startNode(args, options), options.log);
}

/**
 * Runs npm: with the Node that runs us when npm started us, as a command otherwise.
 * @param {string[]} args
 * @param {string} log
 */
export async function runNpm(args, log) {
  const cli = process.env.npm_execpath;
  const env = { ...process.env, NODE_ENV: "development" };
  const child = cli?.endsWith(".js") ? startNode([cli, ...args], { env, log }) : start("npm", args, env, log);
  await untilDone(`npm ${args[0]}`, child, log);
}

/** Stops whatever of the above still runs. */
export async function stopCommands() {
  await Promise.all([...running].map((child) => stopGroup(child)));
}

/**
 * Asks a process and all it started to end, and makes them after a while.
 * @param {import("node:child_process").ChildProcess} child
 */
export async function stopGroup(child) {
  if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  signalGroup(child.pid, "SIGTERM");
  const timer = setTimeout(() => signalGroup(Number(child.pid), "SIGKILL"), STOP_WITHIN_MS);
  await ended;
  clearTimeout(timer);
  // What it started and left behind.
  signalGroup(child.pid, "SIGKILL");
}

/**
 * The end of a log, for a failure's words.
 * @param {string | undefined} log
 */
export function lastLines(log) {
  if (!log) return "";
  const lines = readFileSync(log, "utf8").trimEnd().split("\n").slice(-LINES_SHOWN);
  return `\n${lines.map((line) => `  ${line}`).join("\n")}\n  (all of it: ${log})`;
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string | undefined} log
 */
function start(command, args, env, log) {
  const output = log === undefined ? "inherit" : log === "pipe" ? log : openLog(log);
  const child = spawn(command, args, {
    env: { ...env, ENDS_WITH_PARENT: "1" },
    stdio: ["pipe", output, output],
    detached: true,
  });
  if (typeof output === "number") closeSync(output);
  running.add(child);
  child.once("exit", () => running.delete(child));
  child.once("error", () => running.delete(child));
  child.stdin?.on("error", () => undefined);
  return child;
}

/** @param {string} log */
function openLog(log) {
  mkdirSync(path.dirname(log), { recursive: true, mode: 0o700 });
  return openSync(log, "w", 0o600);
}

/**
 * @param {string} what
 * @param {import("node:child_process").ChildProcess} child
 * @param {string} [log]
 * @returns {Promise<void>}
 */
function untilDone(what, child, log) {
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new Failure(`${what} could not start: ${error.message}`)));
    child.once("exit", (code, signal) =>
      code === 0
        ? resolve()
        : reject(new Failure(`${what} failed (${signal ?? `exit code ${code}`}).${lastLines(log)}`)),
    );
  });
}

/**
 * @param {number} pid
 * @param {NodeJS.Signals} signal
 */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // Nobody of the group is left.
  }
}
