// The open records as HSDS 3.0: every object of the seed against the schemas as they are published.
import { beforeAll, describe, expect, test } from "vitest";
import * as root from "@/app/api/v1/hsds/route";
import * as profile from "@/app/api/v1/hsds/profile/route";
import * as patch from "@/app/api/v1/hsds/profile/[file]/route";
import { HSDS_RESOURCES, type HsdsResource } from "@/lib/open-data/hsds/resources";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import {
  getList,
  getRecord,
  merged,
  objectsIn,
  published,
  readPages,
  validatorOf,
  validatorWith,
} from "../support/hsds";
import type { HsdsObject, HsdsPage } from "../support/hsds";
import { ask, given } from "../support/open-data";

testDatabase({ seeded: true });

const WHOLE: Record<HsdsResource, string> = {
  services: "service",
  organizations: "service#/definitions/organization",
  locations: "service#/definitions/location",
  service_at_locations: "service#/definitions/service_at_location",
  taxonomies: "service#/definitions/taxonomy",
  taxonomy_terms: "service#/definitions/taxonomy_term",
};
const LISTED = {
  ...WHOLE,
  services: "service_list",
  organizations: "organization_list",
  service_at_locations: "service_at_location_list",
};

const ajv = validatorWith(
  ["service", published("service_with_definitions.json")],
  ["service_list", published("service_list.json")],
  ["organization_list", published("organization_list.json")],
  ["service_at_location_list", published("service_at_location_list.json")],
  ["openapi", published("openapi.json")],
);

const pages = new Map<HsdsResource, HsdsPage[]>();
const records = new Map<HsdsResource, HsdsObject[]>();
const textOf = new Map<string, string>();

/** No more than the database has connections for. */
const AT_ONCE = 8;
const readText = async (resource: string, id: string) => (await getRecord(resource, id)).text();

beforeAll(async () => {
  for (const resource of HSDS_RESOURCES) {
    const read = await readPages(resource);
    pages.set(resource, read);
    const ids = read.flatMap(({ contents }) => contents.map(({ id }) => id));
    const texts: string[] = [];
    for (let from = 0; from < ids.length; from += AT_ONCE)
      texts.push(...(await Promise.all(ids.slice(from, from + AT_ONCE).map((id) => readText(resource, id)))));
    for (const [at, text] of texts.entries()) textOf.set(ids[at]!, text);
    records.set(
      resource,
      texts.map((text) => JSON.parse(text) as HsdsObject),
    );
  }
});

describe.each(HSDS_RESOURCES)("%s", (resource) => {
  test("come in pages with the head of HSDS, each record once", () => {
    const read = pages.get(resource)!;
    const head = validatorOf(ajv, "openapi#/components/schemas/Page");
    for (const [at, page] of read.entries()) {
      expect(head(page)).toBe(true);
      const { contents, ...rest } = page;
      expect(rest).toEqual({
        total_items: records.get(resource)!.length,
        total_pages: read.length,
        page_number: at + 1,
        size: contents.length,
        first_page: at === 0,
        last_page: at === read.length - 1,
        empty: false,
      });
    }
    const ids = read.flatMap(({ contents }) => contents.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test("are valid HSDS, in a list and whole", () => {
    const [listed, whole] = [validatorOf(ajv, LISTED[resource]), validatorOf(ajv, WHOLE[resource])];
    for (const object of pages.get(resource)!.flatMap(({ contents }) => contents)) {
      listed(object);
      expect(listed.errors ?? []).toEqual([]);
    }
    for (const object of records.get(resource)!) {
      whole(object);
      expect(whole.errors ?? []).toEqual([]);
    }
  });
});

describe("the records together", () => {
  test("are the published places and who runs them", async () => {
    const listings = await db.listing.count({ where: { status: "published" } });
    expect(listings).toBeGreaterThan(300);
    for (const resource of ["services", "locations", "service_at_locations"] as const)
      expect(records.get(resource)).toHaveLength(listings);
    const operators = await db.operator.count({ where: { listings: { some: { status: "published" } } } });
    expect(records.get("organizations")).toHaveLength(operators);
  });

  test("have no id twice, and name no id that is not there", () => {
    const tableOf = new Map<string, string>();
    const named = new Set<string>();
    const fieldsNaming = new Set<string>();
    for (const [resource, whole] of records)
      for (const [field, { id, ...fields }] of whole.flatMap((object) => [...objectsIn(object, resource)])) {
        const table = field.replace(/s$/, "");
        const known = tableOf.get(id) ?? table;
        if (known !== table) throw new Error(`${id} is a ${known} and a ${table}`);
        tableOf.set(id, table);
        const naming = Object.entries(fields).filter(([key]) => key.endsWith("_id"));
        for (const [key] of naming) fieldsNaming.add(key);
        for (const [, value] of naming) named.add(value as string);
      }
    expect([...named].filter((id) => !tableOf.has(id))).toEqual([]);
    expect(fieldsNaming).toEqual(
      new Set("organization_id program_id service_id location_id link_id taxonomy_term_id taxonomy_id".split(" ")),
    );
  });

  test("never tell the street or the position of a confidential site", async () => {
    const hidden = await db.license.findMany({
      where: { matches: { some: { basis: "operator_and_zip" } } },
      select: { street: true },
    });
    expect(hidden.length).toBeGreaterThan(10);
    const text = [...textOf.values()].join("\n").toUpperCase();
    expect(hidden.filter(({ street }) => text.includes(street.toUpperCase()))).toEqual([]);
    const sites = await db.listing.count({ where: { status: "published", street: "" } });
    const confidential = records.get("locations")!.filter(({ description }) => /to itself/.test(description as string));
    expect(confidential).toHaveLength(sites);
    for (const location of confidential) {
      expect(location).not.toHaveProperty("latitude");
      expect(location).not.toHaveProperty("longitude");
      expect(location).toMatchObject({ addresses: [], attributes: [{ value: "yes" }] });
    }
  });

  test("say of each position how well it is known", async () => {
    const listings = await db.listing.findMany({ where: { status: "published", street: { not: "" } } });
    const sources = records
      .get("locations")!
      .filter(({ latitude }) => latitude !== undefined)
      .map(({ attributes }) => (attributes as { value: string }[])[0]?.value);
    const count = (values: readonly (string | null | undefined)[], wanted: string) =>
      values.filter((value) => value === wanted).length;
    for (const source of ["dhcs", "zip_centroid"])
      expect(count(sources, source)).toBe(
        count(
          listings.map(({ positionSource }) => positionSource),
          source,
        ),
      );
  });

  test("answer every code of the code book with yes, no or unknown, and say who answered", () => {
    for (const { attributes } of records.get("services")!) {
      const answers = (attributes as (HsdsObject & { taxonomy_term: { taxonomy: string } })[]).filter(
        ({ taxonomy_term: { taxonomy } }) => taxonomy.startsWith("Service codes"),
      );
      expect(answers).toHaveLength(224);
      const unsaid = answers.filter(({ value, evidence }) => (value === "yes" || value === "no") && !evidence);
      expect(unsaid).toEqual([]);
    }
  });

  test("an organization leads to its services", async () => {
    const { id } = records.get("organizations")![0]!;
    const page = (await (await getList("services", `?organization_id=${id}`)).json()) as HsdsPage;
    expect(page.contents.length).toBeGreaterThan(0);
    expect(new Set(page.contents.map(({ organization_id }) => organization_id))).toEqual(new Set([id]));
  });
});

describe("the profile", () => {
  test("is named by the root, and names its files", async () => {
    const head = (await (await root.GET(ask(), undefined)).json()) as Record<string, string>;
    expect(head).toEqual({
      version: "3.0",
      profile: "http://localhost:3000/api/v1/hsds/profile",
      openapi_url: "http://localhost:3000/api/v1/openapi.json",
    });
    const document = (await (await profile.GET(ask(), undefined)).json()) as { uri: string; files: string[] };
    expect(JSON.stringify(document)).toContain("California Open Data Portal, CC BY 4.0, retrieved 2026-08-21.");
    expect(document.uri).toBe(head.profile);
    expect(document.files.map((file) => file.replace(`${head.profile}/`, ""))).toEqual([
      "service.json",
      "attribute.json",
      "openapi.json",
    ]);
  });

  test("says what our objects have beside HSDS, and nothing else has", async () => {
    const readPatch = async (file: string) => (await patch.GET(ask(), given({ file }))).json();
    const base = published("service_with_definitions.json") as { definitions: { attribute: object } };
    const attribute = merged(base.definitions.attribute, await readPatch("attribute.json"));
    const service = merged(base, await readPatch("service.json")) as typeof base;
    const patched = strict({ ...service, definitions: { ...service.definitions, attribute: attribute as object } });
    const validate = validatorOf(validatorWith(["profile", patched]), "profile");
    for (const object of records.get("services")!) {
      validate(object);
      expect(validate.errors ?? []).toEqual([]);
    }
    expect(validatorOf(validatorWith(["base", strict(base)]), "base")(records.get("services")![0])).toBe(false);
    const api = merged(published("openapi.json"), await readPatch("openapi.json"));
    expect(api).toMatchObject({ paths: { "/services": { get: { operationId: "getPaginatedListOfServices" } } } });
  });
});

/** The schema with every object closed. */
function strict<Schema>(schema: Schema): Schema {
  if (Array.isArray(schema)) return schema.map(strict) as Schema;
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, strict(value)]));
  return ("properties" in schema && "type" in schema ? { ...inner, additionalProperties: false } : inner) as Schema;
}
