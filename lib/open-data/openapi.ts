import { registry, toJSONSchema } from "@/lib/shared/zod-documents";
import { aboutFor, stateAttribution } from "./about";
import { hsdsPaths, hsdsSchemas } from "./hsds/openapi";
import { OPEN_AREA } from "./open-area";
import { OPEN_LIMIT } from "./limit";
import { FORMAT, operation, pageParameters, path, reference } from "./operations";
import { LISTING_PAGES } from "./pages";
import { OPEN_DATA_SCHEMAS } from "./schema";

type SchemaName = keyof typeof OPEN_DATA_SCHEMAS;

/** The open data described in OpenAPI 3.1, with schemas generated from those that type the answers. */
export function openapiDocument(site: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Best Heroin Rehab: open data",
      version: "1",
      summary:
        "The rankings of heroin treatment with all that gives every score, and the records of the places, also as HSDS 3.0.",
      description: `Anyone may read, check and recompute the rankings, and use the records. No key, open to every origin, ${OPEN_LIMIT.points} requests in ${OPEN_LIMIT.seconds} seconds for each address. Answers carry an ETag: send it back as If-None-Match. About the data, for people: ${aboutFor(site, null).documentation}. ${stateAttribution(null)}`,
      license: { name: "By source: see `about.sources` in every answer", url: `${site}/rankings/data` },
    },
    servers: [{ url: site }],
    paths: {
      "/api/v1": { get: read("getIndex", "All there is", "Index", []) },
      "/api/v1/rankings/{area}": {
        get: read("getNewestEdition", "The newest edition", "Edition", [AREA, FORMAT]),
      },
      "/api/v1/rankings/{area}/editions": {
        get: read("listEditions", "Every edition, newest first", "EditionIndex", [AREA, FORMAT]),
      },
      "/api/v1/rankings/{area}/editions/{number}": {
        get: read("getEdition", "One edition", "Edition", [AREA, NUMBER, FORMAT]),
      },
      "/api/v1/rankings/methods/{version}": {
        get: read("getMethod", "One published method", "MethodDocument", [VERSION]),
      },
      "/api/v1/listings": {
        get: read("listListings", "Every published place, in pages; as CSV all of them", "Listings", [
          ...pageParameters(LISTING_PAGES),
          FORMAT,
        ]),
      },
      ...hsdsPaths(),
    },
    components: { schemas: { ...componentSchemas(), ...hsdsSchemas() } },
  };
}

const number = { type: "integer", minimum: 1, maximum: 2_147_483_647 } as const;
const AREA = path("area", { type: "string", enum: [OPEN_AREA.slug] });
const NUMBER = path("number", number, "The edition's number.");
const VERSION = path("version", number, "The method's version.");

function read(operationId: string, summary: string, schema: SchemaName, parameters: { name: string }[]) {
  return operation(operationId, summary, reference(schema), parameters);
}

function componentSchemas() {
  const named = registry<{ id: string; description?: string | undefined }>();
  for (const [id, schema] of Object.entries(OPEN_DATA_SCHEMAS))
    named.add(schema, { id, description: schema.description });
  const { schemas } = toJSONSchema(named, { uri: (id) => reference(id).$ref });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutIdentity(schema)]));
}

/** The position of a schema in the document already is its name. */
function withoutIdentity(schema: object) {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "$schema" && key !== "$id"));
}
