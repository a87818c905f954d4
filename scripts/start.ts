// `npm start`: the built site in production. Migrations and the worker are started apart (npm run migrate, worker).
import { existsSync } from "node:fs";
import { startNode, stopGroup } from "./setup/commands.mjs";
import { NEXT } from "./setup/build.mjs";
import { requireSettings } from "./setup/settings-check";

requireSettings();
if (!existsSync(".next/BUILD_ID")) {
  console.error("\nerror  There is no build yet. Make one: npm run build\n");
  process.exit(1);
}
const site = startNode([NEXT, "start"], { env: { ...process.env, NODE_ENV: "production" } });
for (const signal of ["SIGINT", "SIGTERM"] as const)
  process.once(signal, () => void stopGroup(site).then(() => process.exit(0)));
site.once("exit", (code) => process.exit(code ?? 1));
