import { expect, test } from "vitest";
import { canonicalJson, checksumOf } from "./checksum";

test("the order of keys does not matter, the order of a list does", () => {
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: "x" })).toBe('{"a":"x","b":[{"c":null,"d":1}]}');
  expect(checksumOf({ a: 1, b: 2 })).toBe(checksumOf({ b: 2, a: 1 }));
  expect(checksumOf([1, 2])).not.toBe(checksumOf([2, 1]));
});

test("is SHA-256 in hex", () => {
  expect(checksumOf({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
});
