// HSDS 3.0 as it is published (tests/fixtures/hsds), and our real answers.
import { readFileSync } from "node:fs";
import addFormats from "ajv-formats";
import Ajv, { type ValidateFunction } from "ajv/dist/2020";
import * as list from "@/app/api/v1/hsds/[resource]/route";
import * as record from "@/app/api/v1/hsds/[resource]/[id]/route";
import { ask, given } from "./open-data";

export interface HsdsObject {
  id: string;
  [field: string]: unknown;
}

export interface HsdsPage {
  total_items: number;
  total_pages: number;
  page_number: number;
  size: number;
  first_page: boolean;
  last_page: boolean;
  empty: boolean;
  contents: HsdsObject[];
}

export function published(file: string): Record<string, unknown> {
  return JSON.parse(readFileSync(`tests/fixtures/hsds/${file}`, "utf8")) as Record<string, unknown>;
}

/** HSDS names formats that JSON Schema does not know, such as "%Y"; they say nothing to a validator. */
export function validatorWith(...schemas: [name: string, schema: object][]): Ajv {
  const ajv = new Ajv({ strict: false, formats: { "%Y": true, currency_code: true } });
  addFormats(ajv);
  for (const [name, schema] of schemas) ajv.addSchema(schema, name);
  return ajv;
}

export function validatorOf(ajv: Ajv, reference: string): ValidateFunction {
  const validate = ajv.getSchema(reference);
  if (!validate) throw new Error(`There is no schema ${reference}.`);
  return validate;
}

export function getList(resource: string, query = ""): Promise<Response> {
  return list.GET(ask(query), given({ resource }));
}

export function getRecord(resource: string, id: string, query = ""): Promise<Response> {
  return record.GET(ask(query), given({ resource, id }));
}

/** Every page of a list. */
export async function readPages(resource: string): Promise<HsdsPage[]> {
  const pages: HsdsPage[] = [];
  do {
    const page = (await (await getList(resource, `?page=${pages.length + 1}&per_page=100`)).json()) as HsdsPage;
    pages.push(page);
  } while (!pages.at(-1)?.last_page);
  return pages;
}

/** RFC 7386. */
export function merged(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const result: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch))
    if (value === null) delete result[key];
    else result[key] = merged(result[key], value);
  return result;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Every object with an id in an answer, with the name of the field it stands in. */
export function* objectsIn(value: unknown, field = ""): Generator<[field: string, object: HsdsObject]> {
  if (Array.isArray(value)) for (const each of value) yield* objectsIn(each, field);
  if (!isObject(value)) return;
  if (typeof value.id === "string") yield [field, value as HsdsObject];
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, key);
}
