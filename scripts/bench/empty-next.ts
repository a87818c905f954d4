import { once } from "node:events";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { NEXT } from "../setup/build.mjs";
import { runNode, startNode, stopGroup } from "../setup/commands.mjs";
import { Failure } from "../setup/failure.mjs";
import { freePort } from "../setup/ports";
import { beforeEnd } from "../setup/process.mjs";

export interface EmptyNext {
  /** Such as http://127.0.0.1:3999, with a static page / and a dynamic one /dynamic. */
  base: string;
  close: () => Promise<void>;
}

const STARTS_WITHIN_MS = 30_000;

const FILES = {
  "package.json": `{ "private": true }`,
  "next.config.mjs": `import path from "node:path";
const root = path.resolve(import.meta.dirname, "../../..");
export default { turbopack: { root }, outputFileTracingRoot: root };`,
  "app/layout.jsx": `export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}`,
  "app/page.jsx": `export default function Page() { return <h1>Empty</h1>; }`,
  "app/dynamic/page.jsx": `export const dynamic = "force-dynamic";
export default function Page() { return <h1>Empty</h1>; }`,
};

/** Builds and starts an app of the same framework with two pages that say one word. */
export async function openEmptyNext(): Promise<EmptyNext> {
  // Below the project, where the framework's packages are found.
  const folder = path.resolve(".data/bench/empty-next");
  rmSync(folder, { recursive: true, force: true });
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  await runNode("The build of the empty app", [NEXT, "build", folder], { env, log: path.join(folder, "build.log") });
  const port = await freePort();
  const args = [NEXT, "start", folder, "-p", String(port), "-H", "127.0.0.1"];
  const app = startNode(args, { env, log: path.join(folder, "start.log") });
  const close = () => stopGroup(app);
  beforeEnd(close);
  const base = `http://127.0.0.1:${port}`;
  await untilThere(base, once(app, "exit"));
  return { base, close };
}

async function untilThere(base: string, ended: Promise<unknown>): Promise<void> {
  let isOver = false;
  void ended.then(() => (isOver = true));
  for (const deadline = Date.now() + STARTS_WITHIN_MS; ;) {
    const answer = await fetch(base).catch(() => null);
    if (answer?.ok) return;
    if (isOver || Date.now() > deadline) throw new Failure("The empty app does not start");
    await pause(100);
  }
}
