import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { runNode, runNpm } from "./commands.mjs";
import { hashFiles } from "./hashes.mjs";
import { withLock } from "./lock.mjs";

const CHECKOUT_LOCK = ".data/checkout.lock";
const CLIENT_STAMP = "prisma/generated/.made-from";
const PRISMA = "node_modules/prisma/build/index.js";

/** Keeps two runs in one checkout from installing or building at once. */
export const inCheckout = /** @type {<T>(work: () => Promise<T>) => Promise<T>} */ (
  (work) => withLock(CHECKOUT_LOCK, work)
);

/**
 * Installs the packages and makes the database client, each only when it does not match what it is made from.
 * @returns {Promise<string>} what was done
 */
export async function install() {
  return inCheckout(async () => {
    const done = [];
    if (!isInstalled()) {
      await runNpm(["ci", "--include=dev", "--include=optional"], ".data/logs/install.log");
      done.push("installed");
    }
    const madeFrom = hashFiles(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
    if (!existsSync(CLIENT_STAMP) || readFileSync(CLIENT_STAMP, "utf8") !== madeFrom) {
      await runNode("prisma generate", [PRISMA, "generate"], { log: ".data/logs/generate.log" });
      writeFileSync(CLIENT_STAMP, madeFrom);
      done.push("database client made");
    }
    return done.join(", ") || "as locked";
  });
}

/** npm writes down what it installed, last of all: so a broken-off install does not count, one by hand does. */
function isInstalled() {
  try {
    const installed = JSON.parse(readFileSync("node_modules/.package-lock.json", "utf8")).packages;
    /** @type {[string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }][]} */
    const locked = Object.entries(JSON.parse(readFileSync("package-lock.json", "utf8")).packages);
    return locked.every(([name, { version, optional }]) => {
      const found = installed[name];
      // Optional packages are there or not by platform.
      return name === "" || (found ? found.version === version : optional);
    });
  } catch {
    return false;
  }
}
