import "server-only";

const AN_HOUR = "public, max-age=3600";

/** A small file that is made from records, for machines to read. @param type without its charset */
export function textAnswer(type: string, body: string): Response {
  return new Response(body, { headers: { "content-type": `${type}; charset=utf-8`, "cache-control": AN_HOUR } });
}
