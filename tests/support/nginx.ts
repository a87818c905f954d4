import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "../../scripts/setup/ports";
import { patience } from "./patience.mjs";

const STARTS_WITHIN_MS = patience(10_000);

export interface Nginx {
  /** Such as http://127.0.0.1:3999. */
  base: string;
  /** Another server of it, which sends files. */
  files: string;
  /** What it wrote about requests. */
  log: () => string;
  close: () => Promise<void>;
}

/** Whether this machine has it. */
export const hasNginx = () => spawnSync("nginx", ["-v"]).status === 0;

/**
 * Starts nginx with the configuration of deploy/, without TLS, on loopback, in a folder of its own.
 * @param site such as http://127.0.0.1:3000
 * @param fileFolder whose files its other server sends as they are
 */
export async function startNginx(site: string, fileFolder = "deploy"): Promise<Nginx> {
  const folder = mkdtempSync(path.join(tmpdir(), "best-heroin-rehab-nginx-"));
  mkdirSync(path.join(folder, "temp"));
  const [port, filesPort] = [await freePort(), await freePort()];
  const files = { own: path.join(folder, "site.conf"), main: path.join(folder, "nginx.conf") };
  writeFileSync(files.own, adapted(readFileSync("deploy/nginx.conf", "utf8"), folder, port, site));
  writeFileSync(files.main, mainFile(folder, files.own, { folder: path.resolve(fileFolder), port: filesPort }));
  const child = spawn("nginx", ["-c", files.main, "-p", folder, "-e", path.join(folder, "start.log")], {
    stdio: "inherit",
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await untilListening(port);
  return {
    base: `http://127.0.0.1:${port}`,
    files: `http://127.0.0.1:${filesPort}`,
    log: () => readFileSync(path.join(folder, "access.log"), "utf8"),
    close: async () => {
      child.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Only where it listens, where its files are and whom it asks are others. */
function adapted(text: string, folder: string, port: number, site: string): string {
  const redirecting = /server \{\s*listen 80;[^]*?\n\}\n/;
  return text
    .replace(redirecting, "")
    .replace("listen 443 ssl http2;", `listen 127.0.0.1:${port};`)
    .replaceAll(/^\s*(listen \[::\]|ssl_).*$/gm, "")
    .replace("/var/cache/nginx/best-heroin-rehab", path.join(folder, "cache"))
    .replace("/usr/share/best-heroin-rehab", path.resolve("deploy"))
    .replace("/var/log/nginx/best-heroin-rehab.log", path.join(folder, "access.log"))
    .replaceAll("/var/log/nginx/best-heroin-rehab.error.log", path.join(folder, "error.log"))
    .replace("127.0.0.1:3000", new URL(site).host);
}

function mainFile(folder: string, own: string, sent: { folder: string; port: number }): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${path.join(folder, "temp", name)};`,
  );
  return [
    // Its workers need this folder, which belongs to who starts it.
    process.getuid?.() === 0 ? "user root;" : "",
    "daemon off;",
    `pid ${path.join(folder, "nginx.pid")};`,
    "events { worker_connections 512; }",
    "http {",
    ...temporary,
    `include ${own};`,
    `server { listen 127.0.0.1:${sent.port}; root ${sent.folder}; access_log off; }`,
    "}",
  ].join("\n");
}

async function untilListening(port: number): Promise<void> {
  for (const deadline = Date.now() + STARTS_WITHIN_MS; ;) {
    const isThere = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true)).once("error", () => resolve(false));
      socket.once("connect", () => socket.destroy());
    });
    if (isThere) return;
    if (Date.now() > deadline) throw new Error("nginx does not start");
    await pause(50);
  }
}
