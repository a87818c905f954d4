import "./setup/node-version.mjs";

// `npm run build`: the site for production, also from a bare clone.
const { prepareProcess, end, fail } = await import("./setup/process.mjs");
prepareProcess();
try {
  const { install } = await import("./setup/install.mjs");
  console.log(`packages: ${await install()}`);
  const { build } = await import("./setup/build.mjs");
  console.log(`build: ${await build()}`);
  await end(0);
} catch (error) {
  await fail(error);
}
