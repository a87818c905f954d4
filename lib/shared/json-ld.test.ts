import { expect, test } from "vitest";
import { serializeJsonLd } from "./json-ld";

test("a name cannot end the script it stands in, and reads back unchanged", () => {
  const data = { "@type": "Thing" as const, name: "</script><script>alert(1)</script>" };
  expect(serializeJsonLd(data)).not.toContain("<");
  expect(JSON.parse(serializeJsonLd(data))).toEqual({ "@context": "https://schema.org", ...data });
});
