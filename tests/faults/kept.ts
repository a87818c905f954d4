import type { ChildProcess } from "node:child_process";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { startNode } from "../../scripts/setup/commands.mjs";

/** How soon a dead process is started again: as systemd does it. */
const AGAIN_MS = 300;

/** A process that is started again whenever it ends. */
export class Kept {
  #process: ChildProcess | undefined;
  #starts = 0;
  #isStopping = false;
  #isKilled = false;
  /** How often it was killed by us. */
  kills = 0;
  /** How often it ended on its own: what a fault elsewhere must not do. */
  deaths = 0;

  /** @param launch starts it; told how often it was started before */
  constructor(
    readonly name: string,
    readonly launch: (attempt: number) => Promise<ChildProcess>,
  ) {}

  /** Of the process that runs now. */
  get pid(): number {
    return this.#process?.pid ?? 0;
  }

  /** Also after `stop`. */
  async start(): Promise<void> {
    this.#isStopping = false;
    await this.#launch();
  }

  async #launch(): Promise<void> {
    this.#isKilled = false;
    const child = await this.launch(this.#starts++);
    this.#process = child;
    if (child.exitCode !== null || child.signalCode !== null) return this.#again();
    child.once("exit", () => void this.#again());
  }

  async #again(): Promise<void> {
    if (this.#isStopping) return;
    if (!this.#isKilled) this.deaths += 1;
    for (let isUp = false; !isUp;) {
      await pause(AGAIN_MS);
      if (this.#isStopping) return;
      // PostgreSQL refuses to start while a process of the killed one still runs.
      isUp = await this.#launch().then(
        () => true,
        () => false,
      );
    }
  }

  /** `kill -9`. @param whole with every process it started, as a power cut does; else alone */
  kill(whole = true): void {
    if (!this.#process?.pid) return;
    this.#isKilled = true;
    this.kills += 1;
    signal(whole ? -this.#process.pid : this.#process.pid, "SIGKILL");
  }

  async stop(how: NodeJS.Signals = "SIGTERM"): Promise<void> {
    this.#isStopping = true;
    const child = this.#process;
    if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    signal(child.pid, how);
    await Promise.race([ended, pause(5_000)]);
    signal(-child.pid, "SIGKILL");
  }
}

/** A Node program, with a log of its own for each start. */
export function keptNode(name: string, args: string[], env: NodeJS.ProcessEnv, folder: string): Kept {
  return new Kept(name, async (attempt) =>
    startNode(args, { env, log: path.join(folder, "logs", `${name}-${attempt}.log`) }),
  );
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already.
  }
}
