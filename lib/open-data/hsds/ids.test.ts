import { expect, test } from "vitest";
import { hsdsId, uuidV5 } from "./ids";

test("a UUID of a name is as RFC 9562 makes it", () => {
  const dns = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
  expect(uuidV5(dns, "www.example.com")).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
});

test("the ids of records never change", () => {
  expect(hsdsId("service", "cri-help-inc-socorro-los-angeles")).toBe("c3c6dabf-d020-5f38-9284-c1ba69f04fcc");
  expect(hsdsId("attribute", "service", "x", "BU")).toBe("f3064a90-b4c2-5273-8b2c-2ae022777681");
});

test("equal keys in two tables have two ids", () => {
  expect(hsdsId("service", "x")).not.toBe(hsdsId("location", "x"));
});
