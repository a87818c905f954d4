import { expect, test } from "vitest";
import { serializeJsonLd } from "./json-ld";

test("a text cannot leave the script element it stands in", () => {
  const name = "</script><script>alert(1)</script><!-- & \u2028\u2029";
  const text = serializeJsonLd({ "@type": "Thing", name });
  expect(text).not.toMatch(/[<>&\u2028\u2029]/);
  expect(JSON.parse(text)).toEqual({ "@context": "https://schema.org", "@type": "Thing", name });
});
