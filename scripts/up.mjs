import "./setup/node-version.mjs";

// `npm run up`: sets up what is not set up yet and serves, from a bare clone on; with `-- --prepare` it ends when all is
// set up. `npm run dev` is the same with Next's development server. Nothing here may need a package before install()
// has run.
const { prepareProcess, end, fail } = await import("./setup/process.mjs");
const { createProgress } = await import("./setup/progress.mjs");
const { install } = await import("./setup/install.mjs");

prepareProcess();
const development = process.argv.includes("--dev");
const prepareOnly = process.argv.includes("--prepare");
const step = createProgress(development ? 7 : prepareOnly ? 6 : 8);
try {
  await step("packages", async () => ({ note: await install(), value: undefined }));
  const { register } = await import("tsx/esm/api");
  register();
  const { serve } = await import("./up/serve.ts");
  await serve(step, { development, prepareOnly });
  if (prepareOnly) await end(0);
} catch (error) {
  await fail(error);
}
