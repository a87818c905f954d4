// Preloaded into each process we start: its standard input is a pipe from us, which closes when we end, however we end.
import { isMainThread } from "node:worker_threads";

const GRACE_MS = 2_000;

if (isMainThread && process.env.ENDS_WITH_PARENT) {
  // Only this process has the pipe; what it starts has its own standard input.
  delete process.env.ENDS_WITH_PARENT;
  process.stdin.on("error", end).on("end", end).resume().unref();
}

function end() {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), GRACE_MS);
}
