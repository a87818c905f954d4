import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** The way between the house and PostgreSQL, which can be made slow. */
export interface Wire {
  /** PostgreSQL's URL by way of it. */
  url: string;
  /** How long each of the server's answers is on its way from now on, in milliseconds. */
  delay: (milliseconds: number) => void;
  stop: () => Promise<void>;
}

export async function layWire(databaseUrl: string): Promise<Wire> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let delayMs = 0;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.once("close", () => sockets.delete(socket));
    }
    near.on("close", () => far.destroy());
    near.pipe(far);
    // In their order, also when the delay changes.
    let last = Promise.resolve();
    const send = (act: () => void) => {
      const due = delayMs === 0 ? undefined : pause(delayMs);
      last = last.then(() => due).then(act);
    };
    far.on("data", (bytes) => send(() => void near.write(bytes)));
    far.on("close", () => send(() => void near.destroy()));
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    delay: (milliseconds) => (delayMs = milliseconds),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
