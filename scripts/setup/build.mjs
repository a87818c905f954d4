import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { runNode } from "./commands.mjs";
import { hashFiles } from "./hashes.mjs";
import { inCheckout } from "./install.mjs";
import { writeSbom } from "./sbom.mjs";

export const NEXT = "node_modules/next/dist/bin/next";
const STAMP = ".next/built-from";
const SBOM = ".next/sbom.json";
/** Every folder that a build reads; other folders (tests, scripts, docs, data) do not affect it. */
const SOURCES = ["app", "components", "lib", "messages", "public", "prisma/schema.prisma"];
const ROOT_FILE = /^(?!vitest|playwright|next-env)[^.].*\.(m?[jt]s|json)$/;

/**
 * Builds the site when its sources changed since the last build, and writes beside it what it is made of.
 * @param {string} [log] file for the build's output; without it, ours
 * @returns {Promise<string>} what was done
 */
export async function build(log) {
  return inCheckout(async () => {
    const sources = hashFiles([...SOURCES, ...readdirSync(".").filter((name) => ROOT_FILE.test(name))]);
    if (existsSync(SBOM) && existsSync(STAMP) && readFileSync(STAMP, "utf8") === sources) return "unchanged";
    rmSync(STAMP, { force: true });
    await runNode("next build", [NEXT, "build"], { env: buildEnvironment(), log });
    await writeSbom(SBOM);
    writeFileSync(STAMP, sources);
    return "built";
  });
}

/** A build depends on the sources only. It gets no database and no secrets, so it cannot contain any. */
function buildEnvironment() {
  const env = { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  for (const name of ["DATABASE_URL", "APP_SECRET", "ENCRYPTION_KEYS", "SMTP_URL", "ADMIN_PASSWORD"]) env[name] = "";
  return env;
}
