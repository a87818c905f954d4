import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { ATTRIBUTES } from "./attributes";

test("the attributes are SAMHSA's code book, all 224 codes of it", () => {
  const published: Record<string, string>[] = parse(
    readFileSync("prisma/seed/data/samhsa-service-codes-2023.csv", "utf8"),
    { columns: true },
  );
  expect(published).toHaveLength(224);
  expect([...ATTRIBUTES.values()]).toEqual(
    published.map((row) => ({ code: row.service_code, name: row.service_name, category: row.category_code })),
  );
});
