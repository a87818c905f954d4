import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { searchParamsToUrlQuery } from "next/dist/shared/lib/router/utils/querystring";
import { namesIn, textsIn } from "./search-params";

const read = (query: string) => searchParamsToUrlQuery(new URLSearchParams(query));

describe("a URL", () => {
  test("gives the texts under a name in its order", () => {
    const params = read("a=1&b=2&a=3&c");
    expect(namesIn(params)).toEqual(["a", "b", "c"]);
    expect(["a", "b", "c", "d"].map((name) => textsIn(params, name))).toEqual([["1", "3"], ["2"], [""], []]);
  });

  test.each(Object.getOwnPropertyNames(Object.prototype).filter((name) => name !== "__proto__"))(
    "that names %s gives its text alone, not what every object has there",
    (name) => {
      expect(textsIn(read(""), name)).toEqual([]);
      expect(textsIn(read(`${name}=1`), name)).toEqual(["1"]);
      expect(textsIn(read(`${name}=1&${name}=2`), name)).toEqual(["1", "2"]);
    },
  );

  test("that names __proto__ says nothing, and lends no other name a value", () => {
    const params = read("__proto__=1&__proto__=2&a=3");
    expect(namesIn(params)).toEqual(["a"]);
    for (const name of ["__proto__", "find", "sort", "length", "0", "1"]) expect(textsIn(params, name)).toEqual([]);
  });

  test("gives texts, whatever its names", () => {
    const names = fc.oneof(
      fc.string(),
      fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype), ...Object.getOwnPropertyNames(Array.prototype)),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.string())), (pairs) => {
        const params = read(new URLSearchParams(pairs).toString());
        for (const name of [...namesIn(params), ...pairs.map(([given]) => given)])
          for (const text of textsIn(params, name)) expect(typeof text).toBe("string");
      }),
    );
  });
});
