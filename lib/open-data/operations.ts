// The parts of which the OpenAPI document describes every URL.

import type { PageLimits } from "./pages";

interface Parameter {
  name: string;
}

export const FORMAT = {
  in: "query",
  name: "format",
  description: "JSON when left out.",
  schema: { type: "string", enum: ["json", "csv"] },
} as const;

export const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });

export function path(name: string, schema: object, description?: string) {
  return { in: "path", name, required: true, ...(description && { description }), schema } as const;
}

export function query(name: string, schema: object, description: string) {
  return { in: "query", name, description, schema } as const;
}

export function pageParameters({ name, usual, most }: PageLimits) {
  return [
    query("page", { type: "integer", minimum: 1, default: 1 }, "The first page when left out."),
    query(name, { type: "integer", minimum: 1, maximum: most, default: usual }, "Records on a page."),
  ];
}

/** An answer in JSON, and as CSV where the format is a parameter. */
export function operation(
  operationId: string,
  summary: string,
  schema: object,
  parameters: readonly Parameter[],
  contentType = "application/json",
) {
  const hasFormats = parameters.some(({ name }) => name === FORMAT.name);
  const isAsked = parameters.some((parameter) => "in" in parameter && parameter.in === "query");
  return {
    operationId,
    summary,
    parameters,
    responses: {
      "200": {
        description: summary,
        headers: { ETag: { description: "Changes when the body does.", schema: { type: "string" } } },
        content: { [contentType]: { schema }, ...(hasFormats && { "text/csv": { schema: { type: "string" } } }) },
      },
      "304": { description: "Unchanged since the ETag you sent." },
      ...(isAsked && { "400": problem("A parameter is none of those above.") }),
      ...(parameters.length > 0 && { "404": problem("There is no such record or page.") }),
      "429": problem("Too many requests: wait the seconds in Retry-After."),
      "500": problem("The fault is ours. Try again in a minute."),
    },
  };
}

function problem(description: string) {
  return { description, content: { "application/problem+json": { schema: reference("Problem") } } };
}
