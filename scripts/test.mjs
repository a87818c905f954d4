import "./setup/node-version.mjs";

// `npm test`: sets up what it needs and runs everything, also from a bare clone; or what is asked for, see
// scripts/test/request.ts.
const { prepareProcess, end, fail } = await import("./setup/process.mjs");
const { install } = await import("./setup/install.mjs");

prepareProcess();
try {
  console.log("── packages");
  console.log(`── packages: ${await install()}`);
  const { register } = await import("tsx/esm/api");
  register();
  const { parseTestRequest } = await import("./test/request.ts");
  const { runStages } = await import("./test/stages.ts");
  await end(await runStages(parseTestRequest(process.argv.slice(2))));
} catch (error) {
  await fail(error);
}
