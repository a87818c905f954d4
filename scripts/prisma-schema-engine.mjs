#!/usr/bin/env node
// Prisma's CLI runs its schema engine as a program it downloads. Where nothing can be downloaded this file stands in
// for it: the same JSON-RPC over stdin and stdout, answered by the engine Prisma publishes as WebAssembly.
// prisma.config.ts points PRISMA_SCHEMA_ENGINE_BINARY here.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

const RPC_ERROR = 4466;
/** Catalog types (char, name, int2vector, oidvector, pg_node_tree) that adapter-pg cannot read, as ones it can. */
const READABLE_TYPE = { 18: 1042, 1003: 1009, 22: 25, 24: 25, 194: 25 };

const args = process.argv.slice(2);
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);

if (args.includes("--version")) {
  console.log("schema-engine-cli wasm");
  process.exit(0);
}

const datasource = JSON.parse(option("--datasource") ?? "{}");
const url = datasource.url ?? process.env.DATABASE_URL;

if (args.includes("cli")) await answerConnectionTest();

const addFields = pg.Result.prototype.addFields;
pg.Result.prototype.addFields = function (fields) {
  for (const field of fields) field.dataTypeID = READABLE_TYPE[field.dataTypeID] ?? field.dataTypeID;
  return addFields.call(this, fields);
};

let engine;
for await (const line of createInterface({ input: process.stdin })) {
  if (!line.trim()) continue;
  const request = JSON.parse(line);
  if (request.method) await answer(request);
}
process.exit(0);

async function startEngine() {
  const require = createRequire(import.meta.url);
  const modulePath = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const bindings = await import(modulePath);
  const wasm = readFileSync(modulePath.replace(/\.js$/, ".wasm"));
  const { instance } = await WebAssembly.instantiate(wasm, { "./schema_engine_bg.js": bindings });
  bindings.__wbg_set_wasm(instance.exports);
  instance.exports.__wbindgen_start?.();
  return bindings.SchemaEngine.new(
    { datamodels: readDatamodels() },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapterFor(url)),
  );
}

function readDatamodels() {
  const files = args.flatMap((file, index) =>
    args[index - 1] === "--datamodels" ? [[file, readFileSync(file, "utf8")]] : [],
  );
  return files.length > 0 ? files : [["schema.prisma", 'datasource db {\n provider = "postgresql"\n}\n']];
}

function adapterFor(connectionString) {
  const { hostname, port, username, password, pathname, searchParams } = new URL(connectionString);
  // Apart, not as one connection string: that would win over `database` and make the shadow database the real one.
  const adapter = new PrismaPg(
    {
      host: hostname,
      port: Number(port || 5432),
      user: decodeURIComponent(username),
      password: decodeURIComponent(password),
      database: decodeURIComponent(pathname.slice(1)),
    },
    { schema: searchParams.get("schema") ?? undefined },
  );
  const connect = adapter.connect.bind(adapter);
  adapter.connect = async () => sendWholeScripts(await connect());
  // The adapter drops its shadow database before its own pool lets go of it: make our own, and force the drop.
  adapter.connectToShadowDb = async () => {
    const main = await adapter.connect();
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
    await main.executeScript(`CREATE DATABASE "${database}"`);
    const shadow = sendWholeScripts(await new PrismaPg({ ...adapter.config, database }).connect());
    const dispose = shadow.dispose?.bind(shadow);
    shadow.dispose = async () => {
      await dispose?.();
      await main.executeScript(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
      await main.dispose?.();
    };
    return shadow;
  };
  return adapter;
}

/** The adapter cuts scripts at every semicolon, which breaks function bodies; PostgreSQL takes a script whole. */
function sendWholeScripts(connection) {
  connection.executeScript = async (script) => {
    await connection.client.query(script).catch((error) => connection.onError(error));
  };
  return connection;
}

/** `schema-engine cli can-connect-to-database`: exit code 0, or 1 with the engine's error line. */
async function answerConnectionTest() {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await client.end();
    process.exit(0);
  } catch (error) {
    const fields = { error_code: error.code === "3D000" ? "P1003" : "P1001", message: String(error.message) };
    console.error(JSON.stringify({ level: "ERROR", target: "schema_engine::logger", fields }));
    process.exit(1);
  }
}

async function answer({ id, method, params }) {
  try {
    // Not before the first request: a database that cannot be reached is that request's error.
    engine ??= await startEngine();
    const result = await engine[method === "getDatabaseVersion" ? "version" : method](params);
    if (method === "diff" && result?.stdout != null)
      reply({ id: 900_000 + id, method: "print", params: { content: result.stdout } });
    reply({ id, result: result ?? {} });
  } catch (error) {
    const data = {
      is_panic: false,
      message: String(error?.message ?? error),
      meta: error?.meta ?? null,
      error_code: error?.code ?? null,
    };
    reply({ id, error: { code: RPC_ERROR, message: "The schema engine refused; see data.", data } });
  }
}

function reply(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}
