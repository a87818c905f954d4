import { expect, test } from "vitest";
import { serializeJsonLd } from "./json-ld";

const NAME = "</script><script>alert(1)</script>";
const thing = { "@type": "Thing" as const, name: NAME };

test("a name cannot end the script it stands in, and reads back unchanged", () => {
  expect(serializeJsonLd([thing])).not.toContain("<");
  expect(JSON.parse(serializeJsonLd([thing]))).toEqual({ "@context": "https://schema.org", ...thing });
});

test("several things stand in one script, each read back unchanged", () => {
  const list = { "@type": "ItemList" as const, name: NAME };
  expect(serializeJsonLd([thing, list])).not.toContain("<");
  expect(JSON.parse(serializeJsonLd([thing, list]))).toEqual({
    "@context": "https://schema.org",
    "@graph": [thing, list],
  });
});
