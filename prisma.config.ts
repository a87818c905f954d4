import path from "node:path";
import { defineConfig } from "prisma/config";

// Works where no engine can be downloaded; docs/decisions/0003-prisma-engine-as-webassembly.md.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.resolve("scripts/prisma-schema-engine.mjs");

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations", seed: "npm run seed" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
