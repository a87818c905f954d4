import type { Thing } from "schema-dts";

/** schema.org data for a `<script type="application/ld+json">`: it has no "<", which could end the script. */
export function serializeJsonLd(data: Exclude<Thing, string>): string {
  return JSON.stringify({ "@context": "https://schema.org", ...data }).replace(/</g, "\\u003c");
}
