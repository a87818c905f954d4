import { z } from "@/lib/shared/zod";
import { aboutFor, stateAttribution } from "./about";
import { OPEN_AREA } from "./open-area";
import { OPEN_LIMIT } from "./limit";
import { OPEN_DATA_SCHEMAS } from "./schema";

type SchemaName = keyof typeof OPEN_DATA_SCHEMAS;

/** The open numbers described in OpenAPI 3.1, with schemas generated from those that type the answers. */
export function openapiDocument(site: string) {
  return {
    openapi: "3.1.0",
    info: {
      title: "Best Heroin Rehab: open numbers",
      version: "1",
      summary: "The rankings of heroin treatment with the answers, the method and the formula that give every score.",
      description: `Anyone may read, check and recompute the rankings. No key, open to every origin, ${OPEN_LIMIT.points} requests in ${OPEN_LIMIT.seconds} seconds for each address. Answers carry an ETag: send it back as If-None-Match. About the numbers, for people: ${aboutFor(site, null).documentation}. ${stateAttribution(null)}`,
      license: { name: "By source: see `about.sources` in every answer", url: `${site}/rankings/data` },
    },
    servers: [{ url: site }],
    paths: {
      "/api/v1/rankings/{area}": {
        get: operation("getNewestEdition", "The newest edition", "Edition", [AREA, FORMAT]),
      },
      "/api/v1/rankings/{area}/editions": {
        get: operation("listEditions", "Every edition, newest first", "EditionIndex", [AREA, FORMAT]),
      },
      "/api/v1/rankings/{area}/editions/{number}": {
        get: operation("getEdition", "One edition", "Edition", [AREA, NUMBER, FORMAT]),
      },
      "/api/v1/rankings/methods/{version}": {
        get: operation("getMethod", "One published method", "MethodDocument", [VERSION]),
      },
    },
    components: { schemas: componentSchemas() },
  };
}

const path = { in: "path", required: true } as const;
const number = { type: "integer", minimum: 1, maximum: 2_147_483_647 } as const;
const AREA = { ...path, name: "area", schema: { type: "string", enum: [OPEN_AREA.slug] } };
const NUMBER = { ...path, name: "number", description: "The edition's number.", schema: number };
const VERSION = { ...path, name: "version", description: "The method's version.", schema: number };
const FORMAT = {
  in: "query",
  name: "format",
  description: "JSON when left out.",
  schema: { type: "string", enum: ["json", "csv"] },
};

function operation(operationId: string, summary: string, schema: SchemaName, parameters: { name: string }[]) {
  const hasFormats = parameters.some(({ name }) => name === FORMAT.name);
  return {
    operationId,
    summary,
    parameters,
    responses: {
      "200": {
        description: summary,
        headers: { ETag: { description: "Changes when the body does.", schema: { type: "string" } } },
        content: {
          "application/json": { schema: reference(schema) },
          ...(hasFormats && { "text/csv": { schema: { type: "string" } } }),
        },
      },
      "304": { description: "Unchanged since the ETag you sent." },
      ...(hasFormats && { "400": problem("The format is none of those above.") }),
      "404": problem("There is no such area, edition or method."),
      "429": problem("Too many requests: wait the seconds in Retry-After."),
      "500": problem("The fault is ours. Try again in a minute."),
    },
  };
}

function problem(description: string) {
  return { description, content: { "application/problem+json": { schema: reference("Problem") } } };
}

const reference = (name: SchemaName) => ({ $ref: `#/components/schemas/${name}` });

function componentSchemas() {
  const registry = z.registry<{ id: string; description?: string | undefined }>();
  for (const [id, schema] of Object.entries(OPEN_DATA_SCHEMAS))
    registry.add(schema, { id, description: schema.description });
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => reference(id as SchemaName).$ref });
  return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, withoutIdentity(schema)]));
}

/** The position of a schema in the document already is its name. */
function withoutIdentity(schema: object) {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "$schema" && key !== "$id"));
}
