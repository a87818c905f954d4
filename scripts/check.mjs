import "./setup/node-version.mjs";

// `npm run check`: every static check. All run; any may fail.
const { spawn } = await import("node:child_process");
const { prepareProcess, end, fail } = await import("./setup/process.mjs");
const { install } = await import("./setup/install.mjs");

/** What the others read; then the others, longest first: name, program of a package, arguments. */
const FIRST = ["route types", "next", "typegen"];
const CHECKS = [
  ["types", "tsc", "--noEmit"],
  ["formatting", "prettier", "--check", "."],
  ["layers", "depcruise", "app", "components", "lib", "scripts", "prisma", "tests"],
  ["order of nouns", "depcruise", "--config", ".dependency-cruiser-nouns.cjs", "lib"],
  ["lint", "oxlint", "--type-aware", "--deny-warnings"],
  ["dead code", "knip"],
  ["architecture", "vitest", "run", "--project", "architecture", ...process.argv.slice(2)],
];
/** Most use one processor. */
const AT_ONCE = 2;

prepareProcess();
try {
  await install();
} catch (error) {
  await fail(error);
}
/** @type {string[]} */
const failed = [];
await run(FIRST);
const waiting = CHECKS.values();
await Promise.all(Array.from({ length: AT_ONCE }, runWaiting));
console.log(
  failed.length > 0
    ? `\ncheck: ${failed.length} of ${CHECKS.length + 1} failed: ${failed.join(", ")}`
    : "\ncheck: all passed",
);
await end(failed.length > 0 ? 1 : 0);

async function runWaiting() {
  for (const check of waiting) await run(check);
}

/**
 * Runs one, and shows what it printed when it has ended.
 * @param {string[]} check
 */
async function run([name = "", program = "", ...args]) {
  const start = performance.now();
  const { code, printed } = await output(`node_modules/.bin/${program}`, args);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`\n── ${name}\n${printed}── ${name}: ${code === 0 ? "ok" : "FAILED"}  ${seconds} s`);
  if (code !== 0) failed.push(name);
}

/**
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<{ code: number | null, printed: string }>}
 */
function output(command, args) {
  const colors = process.stdout.isTTY ? { FORCE_COLOR: "1" } : {};
  const child = spawn(command, args, { env: { ...process.env, ...colors, NEXT_TELEMETRY_DISABLED: "1" } });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (printed += text));
  return new Promise((resolve) => {
    child.once("error", ({ message }) => resolve({ code: 1, printed: `${message}\n` }));
    child.once("close", (code) => resolve({ code, printed }));
  });
}
