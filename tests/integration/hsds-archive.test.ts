// All of HSDS in one file: a Tabular Data Package with what the API answers, no more and no less.
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import * as archive from "@/app/api/v1/hsds/hsds.zip/route";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import {
  getRecord,
  objectsIn,
  published,
  readPages,
  validatorOf,
  validatorWith,
  type HsdsObject,
} from "../support/hsds";
import { ask } from "../support/open-data";

testDatabase({ seeded: true });

interface Field {
  name: string;
  type: string;
}

interface Package {
  resources: {
    name: string;
    path: string;
    schema: { fields: Field[]; foreignKeys: { fields: string; reference: { resource: string } }[] };
  }[];
}

let bytes: Uint8Array;
let files: Record<string, Uint8Array>;
let description: Package;
const rows = new Map<string, HsdsObject[]>();

beforeAll(async () => {
  bytes = new Uint8Array(await (await archive.GET(ask(), undefined)).arrayBuffer());
  files = unzipSync(bytes);
  description = JSON.parse(strFromU8(files["datapackage.json"]!)) as Package;
  for (const { name, path, schema } of description.resources) {
    const read = parse<Record<string, string>>(strFromU8(files[path]!), { columns: true });
    rows.set(
      name,
      read.map((row) => valuesOf(row, schema.fields)),
    );
  }
});

/** A row as an object: what is empty is not there. */
function valuesOf(row: Record<string, string>, fields: readonly Field[]): HsdsObject {
  const read = (text: string, type: string): unknown => {
    if (type === "number") return Number(text);
    return type === "object" ? JSON.parse(text) : text;
  };
  const values = fields.flatMap(({ name, type }) => (row[name] ? [[name, read(row[name], type)]] : []));
  return Object.fromEntries(values) as HsdsObject;
}

test("is served as a file to keep, and comes again in the same bytes", async () => {
  const { headers, ...again } = await archive.GET(ask(), undefined).then(async (response) => ({
    headers: response.headers,
    bytes: new Uint8Array(await response.arrayBuffer()),
  }));
  expect(headers.get("content-type")).toBe("application/zip");
  expect(headers.get("content-disposition")).toBe('attachment; filename="hsds.zip"');
  expect(Buffer.from(again.bytes).equals(bytes)).toBe(true);
  const known = await archive.GET(ask("", { "if-none-match": headers.get("etag")! }), undefined);
  expect(known.status).toBe(304);
});

test("its descriptor names every file and every column", () => {
  const paths = description.resources.map(({ path }) => path);
  expect(Object.keys(files).toSorted()).toEqual(["datapackage.json", ...paths].toSorted());
  const tables = (published("tabular.json") as { properties: Record<string, { items: { path: string } }> }).properties;
  for (const { name, path, schema } of description.resources) {
    expect(tables[name]?.items.path).toBe(path);
    const [head] = parse(strFromU8(files[path]!), { to: 1 });
    expect(head).toEqual(schema.fields.map((field) => field.name));
  }
});

test("every row of every table is valid HSDS", () => {
  const tabular = published("tabular.json") as { properties: object };
  // A row has no lists: what the tables say of them leads to files of their own.
  const lists = Object.keys(tabular.properties).map((name): [string, object] => [`${name}.json`, {}]);
  const ajv = validatorWith(["tabular", tabular], ...lists);
  for (const [name, all] of rows) {
    const validate = validatorOf(ajv, `tabular#/properties/${name}/items`);
    for (const row of all) {
      validate(row);
      expect(validate.errors ?? []).toEqual([]);
    }
  }
});

describe("its tables", () => {
  test("have each id once, and name no row that is not there", () => {
    const all = [...rows.values()].flat().map(({ id }) => id);
    expect(new Set(all).size).toBe(all.length);
    for (const { name, schema } of description.resources)
      for (const { fields, reference } of schema.foreignKeys) {
        const there = new Set(rows.get(reference.resource)!.map(({ id }) => id));
        const named = rows.get(name)!.flatMap((row) => (row[fields] as string | undefined) ?? []);
        expect([name, fields, named.filter((id) => !there.has(id))]).toEqual([name, fields, []]);
      }
    for (const { link_id, link_entity } of rows.get("attribute")!)
      if (!rows.has(link_entity as string)) throw new Error(`${String(link_id)} is of ${String(link_entity)}`);
  });

  test("hold what the API answers", async () => {
    const services = (await readPages("services")).flatMap(({ contents }) => contents);
    const byId = new Map([...rows.values()].flat().map((row) => [row.id, row]));
    for (const { id } of services.slice(0, 40))
      for (const [, object] of objectsIn(await (await getRecord("services", id)).json())) {
        const fields = Object.entries(object).filter(
          ([key, value]) => key === "evidence" || typeof value !== "object" || value === null,
        );
        expect(byId.get(object.id)).toEqual(Object.fromEntries(fields));
      }
  });

  test("never tell the street of a confidential site", async () => {
    const hidden = await db.license.findMany({
      where: { matches: { some: { basis: "operator_and_zip" } } },
      select: { street: true },
    });
    const text = Object.values(files)
      .map((file) => strFromU8(file))
      .join("\n")
      .toUpperCase();
    expect(hidden.filter(({ street }) => text.includes(street.toUpperCase()))).toEqual([]);
    const sites = await db.listing.count({ where: { status: "published", street: "" } });
    expect(rows.get("location")!.length - rows.get("address")!.length).toBe(sites);
  });
});
