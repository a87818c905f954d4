import { connect, createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

/**
 * Stands between the house and PostgreSQL. Frozen, it takes connections and everything that is sent, and nothing comes
 * back: what a stopped server, a dead disk or a lost network look like from here.
 */
export async function stallable(databaseUrl: string): Promise<{
  url: string;
  freeze: () => void;
  thaw: () => void;
  stop: () => Promise<void>;
}> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      if (isFrozen) socket.pause();
      socket.on("error", () => undefined);
      socket.once("close", () => sockets.delete(socket));
    }
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
    near.pipe(far);
    far.pipe(near);
    if (isFrozen) [near, far].forEach((socket) => socket.pause());
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const all = (act: "pause" | "resume") => sockets.forEach((socket) => socket[act]());
  return {
    url: url.href,
    freeze: () => {
      isFrozen = true;
      all("pause");
    },
    thaw: () => {
      isFrozen = false;
      all("resume");
    },
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
