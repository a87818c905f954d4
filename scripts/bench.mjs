import "./setup/node-version.mjs";

// `npm run bench -- NAME`: measures one thing and prints figures; without a name it says what there is to measure.
const { prepareProcess, end, fail } = await import("./setup/process.mjs");
const { install } = await import("./setup/install.mjs");

prepareProcess();
try {
  await install();
  const { SERVER_TYPESCRIPT, startNode } = await import("./setup/commands.mjs");
  const bench = startNode([...SERVER_TYPESCRIPT, "scripts/bench/run.ts", ...process.argv.slice(2)]);
  bench.once("exit", (code) => void end(code ?? 1));
} catch (error) {
  await fail(error);
}
