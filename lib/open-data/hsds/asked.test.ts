import { expect, test } from "vitest";
import { askedOf } from "./asked";

const asked = (query: string) => askedOf("services", `http://localhost/api/v1/hsds/services${query}`);

test("a list has pages, and its own filter", () => {
  expect(asked("")).toEqual({ page: 1, size: 50, wanted: null });
  expect(asked("?page=2&per_page=250&organization_id=x&format=json")).toEqual({ page: 2, size: 250, wanted: "x" });
});

test("a filter of HSDS that we do not have is refused, not ignored", () => {
  for (const name of ["search", "full", "modified_after", "postcode", "taxonomy_id"])
    expect(asked(`?${name}=1`)).toContain(`no parameter ${name}`);
  expect(asked("?format=ndjson")).toContain("JSON");
  expect(asked("?per_page=251")).toContain("per_page=250");
  expect(asked("?organization_id=x&organization_id=y")).toContain("once");
});
