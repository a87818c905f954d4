import "server-only";
import { Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { ClientInTurn } from "./client-in-turn";
import { isInCostlyLane } from "./lane";
import { logger } from "./logger";
import { Pulse } from "./pulse";
import { Turnstile } from "./turnstile";

const ASK_EVERY_MS = 500;
/** After the last use the pool is watched a little longer: the next request comes soon. */
const WATCHED_FOR_MS = 5_000;

/** Of the pool's ten connections; who gets none of them within five seconds fails as with a busy pool. */
const COSTLY_SHARE = { inside: 6, insideOfGroup: 6, waitingOfGroup: 1_000, waiting: 1_000, waitMs: 5_000, yieldMs: 0 };

/** The database does not answer. It looks like a connection that timed out, so that Prisma takes it for one. */
export class DatabaseAway extends Error {
  override name = "DatabaseAway";
  readonly code = "ETIMEDOUT";
  readonly syscall = "connect";
  readonly errno = -110;
  constructor() {
    super("The database does not answer");
  }
}

type Connected = (
  error: Error | undefined,
  client: pg.PoolClient | undefined,
  done: (failure?: Error | boolean) => void,
) => void;

/**
 * A pool that notices when the server falls silent without closing its connections: a stopped process, a dead disk, a
 * lost network. While somebody uses the pool, a connection beside it asks the server twice a second. When no answer
 * comes, every query under way fails at once, and every new one too, until the server answers again. A query that takes
 * long on a server that is well is none of its business: that is what `statement_timeout` is for.
 */
export class WatchedPool extends pg.Pool {
  readonly #sockets: Set<Socket>;
  readonly #share = new Turnstile(COSTLY_SHARE);
  readonly #waiting = new Set<(error: Error) => void>();
  #usedAt = 0;
  #isWatched = false;
  #isAway = false;

  /** @param silenceMs after how long without any answer the server counts as away */
  constructor(
    config: pg.PoolConfig,
    private readonly silenceMs: number,
  ) {
    const sockets = new Set<Socket>();
    super({ ...config, Client: ClientInTurn, stream: () => keptIn(sockets) });
    this.#sockets = sockets;
  }

  override connect(): Promise<pg.PoolClient>;
  override connect(connected: Connected): void;
  override connect(connected?: Connected): Promise<pg.PoolClient> | void {
    const client = this.#connect();
    if (!connected) return client;
    client.then(
      (found) => connected(undefined, found, (failure) => found.release(failure)),
      (error: Error) => connected(error, undefined, () => undefined),
    );
  }

  #connect(): Promise<pg.PoolClient> {
    this.#usedAt = performance.now();
    if (!this.#isWatched) void this.#watch();
    if (this.#isAway) return Promise.reject(new DatabaseAway());
    return isInCostlyLane() ? this.#connectWithinShare() : this.#connectNow();
  }

  /** Costly pages have a share of the connections; the others are for whoever sends a form or signs in. */
  async #connectWithinShare(): Promise<pg.PoolClient> {
    const giveBack = await this.#share.enter("costly");
    if (!giveBack) throw new Error("Too many costly pages wait for the database");
    try {
      const client = await this.#connectNow();
      const release = client.release.bind(client);
      client.release = (failure) => {
        giveBack();
        release(failure);
      };
      return client;
    } catch (error) {
      giveBack();
      throw error;
    }
  }

  #connectNow(): Promise<pg.PoolClient> {
    return new Promise((resolve, reject) => {
      this.#waiting.add(reject);
      super.connect().then(
        // One that comes after it was refused goes back.
        (client) => (this.#waiting.delete(reject) ? resolve(client) : client.release()),
        (error: Error) => {
          this.#waiting.delete(reject);
          reject(error);
        },
      );
    });
  }

  async #watch(): Promise<void> {
    this.#isWatched = true;
    const pulse = new Pulse(this.options, this.silenceMs);
    while (!this.ending && (this.#isAway || this.#isUsed())) {
      const isThere = await pulse.isThere();
      if (!isThere && !this.#isAway) this.#giveUp();
      if (isThere && this.#isAway) logger.info("database.back");
      this.#isAway = !isThere;
      await pause(ASK_EVERY_MS, undefined, { ref: false });
    }
    this.#isWatched = false;
    pulse.end();
  }

  #isUsed(): boolean {
    const isBusy = this.totalCount > this.idleCount || this.waitingCount > 0;
    return isBusy || performance.now() - this.#usedAt < WATCHED_FOR_MS;
  }

  #giveUp(): void {
    logger.error("database.away", { connections: this.#sockets.size, waiting: this.#waiting.size });
    this.#isAway = true;
    const waiting = [...this.#waiting];
    this.#waiting.clear();
    for (const refuse of waiting) refuse(new DatabaseAway());
    for (const socket of this.#sockets) socket.destroy(new DatabaseAway());
  }
}

/** A new socket, in the set as long as it is open. */
function keptIn(sockets: Set<Socket>): Socket {
  const socket = new Socket();
  sockets.add(socket);
  socket.once("close", () => sockets.delete(socket));
  return socket;
}
