import "server-only";
import { readFileSync } from "node:fs";
import path from "node:path";
import { env } from "./env";

/** Whether DATABASE_URL leads to the server that `npm run up` started in DATA_DIR. */
export function isOwnDatabase(): boolean {
  const { hostname, port, password } = new URL(env().DATABASE_URL);
  try {
    const own: unknown = JSON.parse(readFileSync(path.join(env().DATA_DIR, "postgres", "server.json"), "utf8"));
    const ours = own as { port?: unknown; password?: unknown };
    return hostname === "127.0.0.1" && String(ours.port) === port && ours.password === decodeURIComponent(password);
  } catch {
    return false;
  }
}
