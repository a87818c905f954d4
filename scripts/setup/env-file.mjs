// Preloaded in production commands: settings from `.env` where there is one; those of the environment win.
import { existsSync } from "node:fs";

if (existsSync(".env")) process.loadEnvFile(".env");
process.env.NODE_ENV ||= "production";
