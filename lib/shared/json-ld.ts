import type { Thing } from "schema-dts";

/** A thing of schema.org. */
export type SchemaThing = Exclude<Thing, string>;

/** schema.org data for a `<script type="application/ld+json">`: it has no "<", which could end the script. */
export function serializeJsonLd(things: readonly SchemaThing[]): string {
  const [only] = things;
  const data = things.length === 1 && only ? { ...only } : { "@graph": things };
  return JSON.stringify({ "@context": "https://schema.org", ...data }).replace(/</g, "\\u003c");
}
