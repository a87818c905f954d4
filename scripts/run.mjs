import "./setup/node-version.mjs";

// `npm run import`, `seed`, `rank`, `migrate`, `administrator`: runs one script against the database of DATABASE_URL,
// or against this copy's own, which is started for as long as it takes when `npm run up` is not running, and migrated;
// with --as-it-is before the script's name it is not. Lines of the log go to a file of the command.
const { prepareProcess, end, fail } = await import("./setup/process.mjs");
const { install } = await import("./setup/install.mjs");

const { INIT_CWD = process.cwd() } = process.env;
prepareProcess();
try {
  await install();
  const { register } = await import("tsx/esm/api");
  register();
  const { settingsForCommand } = await import("./setup/command-settings.ts");
  const { SERVER_TYPESCRIPT, startNode } = await import("./setup/commands.mjs");
  const asItIs = process.argv[2] === "--as-it-is";
  const words = process.argv.slice(asItIs ? 3 : 2);
  const env = { ...(await settingsForCommand(words, { migrates: !asItIs })), INIT_CWD };
  const preload = ["--import", "./scripts/setup/command-log.ts"];
  const command = startNode([...SERVER_TYPESCRIPT, ...preload, ...words], { env });
  command.once("exit", (code) => void end(code ?? 1));
} catch (error) {
  await fail(error);
}
