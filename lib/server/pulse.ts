import "server-only";
import { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

const TICK_MS = 100;

/** A connection of its own that asks a database server whether it is there. */
export class Pulse {
  #client: pg.Client | undefined;
  #socket: Socket | undefined;

  /** @param silenceMs after how long without an answer the server counts as silent */
  constructor(
    private readonly config: pg.ClientConfig,
    private readonly silenceMs: number,
  ) {}

  /**
   * Whether the server answers in time, be it with a refusal. Time is counted in ticks of our own event
   * loop, so that a moment in which this process itself was busy is no silence of the server.
   */
  async isThere(): Promise<boolean> {
    const answer = this.#ask().then(
      () => true,
      // A refused connection is an answer too: whoever wants one is told at once.
      () => (this.end(), true),
    );
    const isThere = await Promise.race([answer, silence(this.silenceMs)]);
    if (!isThere) this.end();
    return isThere;
  }

  end(): void {
    this.#socket?.destroy();
    this.#client = undefined;
  }

  async #ask(): Promise<void> {
    this.#client ??= await this.#connect();
    await this.#client.query("SELECT 1");
  }

  async #connect(): Promise<pg.Client> {
    const socket = new Socket();
    this.#socket = socket;
    const client = new pg.Client({ ...this.config, stream: () => socket });
    client.on("error", () => undefined);
    await client.connect();
    socket.unref();
    return client;
  }
}

async function silence(milliseconds: number): Promise<false> {
  for (let waited = 0; waited < milliseconds; waited += TICK_MS) await pause(TICK_MS, undefined, { ref: false });
  return false;
}
