import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** Stands between the house and PostgreSQL. */
export interface DatabaseLine {
  /** PostgreSQL's URL by way of it. */
  url: string;
  /** Breaks every connection that there is. */
  breakAll: () => void;
  stop: () => Promise<void>;
}

/**
 * What the house sends goes straight on; `answer` says what becomes of what PostgreSQL answers.
 * @param accepts whether a new connection gets through
 */
export async function layDatabaseLine(
  databaseUrl: string,
  answer: (near: Socket, far: Socket) => void,
  accepts = () => true,
): Promise<DatabaseLine> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const breakAll = () => sockets.forEach((socket) => socket.destroy());
  const server = createServer((near) => {
    if (!accepts()) return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.once("close", () => sockets.delete(socket));
    }
    near.on("close", () => far.destroy());
    near.pipe(far);
    answer(near, far);
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const stop = async () => {
    breakAll();
    await new Promise((closed) => server.close(closed));
  };
  return { url: url.href, breakAll, stop };
}
