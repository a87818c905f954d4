import "./setup/node-version.mjs";

// `npm run check`: every static check, in the order in which a person wants to hear of them. All run; any may fail.
const { spawnSync } = await import("node:child_process");
const { prepareProcess, end, fail } = await import("./setup/process.mjs");
const { install } = await import("./setup/install.mjs");

/** Name, and what to run with Node or, without a path, as a package's program. */
const CHECKS = [
  ["route types", "next", "typegen"],
  ["formatting", "prettier", "--check", "."],
  ["types", "tsc", "--noEmit"],
  ["lint", "oxlint", "--type-aware", "--deny-warnings"],
  ["layers", "depcruise", "app", "components", "lib", "scripts", "prisma", "tests"],
  ["dead code", "knip"],
  ["architecture", "vitest", "run", "--project", "architecture", ...process.argv.slice(2)],
];

prepareProcess();
try {
  await install();
} catch (error) {
  await fail(error);
}
const failed = CHECKS.filter(([name = "", program = "", ...args]) => {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const { status, error } = spawnSync(`node_modules/.bin/${program}`, args, {
    stdio: "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1" },
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${name}: ${status === 0 ? "ok" : (error?.message ?? "FAILED")}  ${seconds} s`);
  return status !== 0;
});
const names = failed.map(([name]) => name).join(", ");
console.log(
  failed.length > 0 ? `\ncheck: ${failed.length} of ${CHECKS.length} failed: ${names}` : "\ncheck: all passed",
);
await end(failed.length > 0 ? 1 : 0);
