import "./setup/node-version.mjs";

// `npm run test:repeat -- 3 --busy 2`: the browser stage three times in a row, with two busy loops beside it. Words
// choose files as in `npm test -- e2e WORD`.
const { prepareProcess, end, fail } = await import("./setup/process.mjs");
const { install } = await import("./setup/install.mjs");

prepareProcess();
try {
  await install();
  const { register } = await import("tsx/esm/api");
  register();
  const { repeat } = await import("./test/repeat.ts");
  await end(await repeat(process.argv.slice(2)));
} catch (error) {
  await fail(error);
}
