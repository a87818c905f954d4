import { connect, createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";

/** How PostgreSQL says that a transaction is kept: CommandComplete, its length, and the tag. */
const COMMITTED = Buffer.from("C\0\0\0\x0bCOMMIT\0", "latin1");

/** When the line breaks: before our side hears that a transaction is kept, or at once after. */
export type Cut = "before" | "after";

/** Stands between the house and PostgreSQL, and breaks at the moment of a commit, as when the database is killed then. */
export async function cuttable(databaseUrl: string): Promise<{
  url: string;
  /** At the next commit; until `mend` nobody gets through. */
  cutAtCommit: (cut: Cut) => void;
  isCut: () => boolean;
  mend: () => void;
  stop: () => Promise<void>;
}> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let planned: Cut | null = null;
  let isCut = false;
  const destroyAll = () => sockets.forEach((socket) => socket.destroy());
  const server = createServer((near) => {
    if (isCut) return void near.destroy();
    const far = connect(Number(target.port), target.hostname);
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.once("close", () => sockets.delete(socket));
    }
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
    near.pipe(far);
    far.on("data", (bytes) => {
      const cut = bytes.includes(COMMITTED) ? planned : null;
      if (cut !== null) [isCut, planned] = [true, null];
      if (cut === "before") return destroyAll();
      near.write(bytes, () => cut === "after" && destroyAll());
    });
  }).listen(0, "127.0.0.1");
  await new Promise((listening) => server.once("listening", listening));
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url: url.href,
    cutAtCommit: (cut) => (planned = cut),
    isCut: () => isCut,
    mend: () => (isCut = false),
    stop: async () => {
      destroyAll();
      await new Promise((closed) => server.close(closed));
    },
  };
}
