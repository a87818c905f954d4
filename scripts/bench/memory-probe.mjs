// Preloaded into each process whose memory is measured: a program that connects to its socket gets the figures.
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { isMainThread } from "node:worker_threads";

const folder = process.env.MEMORY_PROBE_DIR;

if (isMainThread && folder) {
  // Named by the program: next.sock, worker.ts.sock.
  const socket = path.join(folder, `${path.basename(process.argv[1] ?? "node")}.sock`);
  setFlagsFromString("--expose-gc");
  /** @type {() => void} */
  const collectGarbage = runInNewContext("gc");
  rmSync(socket, { force: true });
  createServer((client) => {
    client.on("error", () => undefined);
    const { rss } = process.memoryUsage();
    collectGarbage();
    client.end(JSON.stringify({ pid: process.pid, rss, heapAfterGc: process.memoryUsage().heapUsed }));
  })
    .listen(socket)
    .unref();
}
