// What names a place says whether it is closed or gone, and is made anew as it closes: a list that forgets fails here.
import { existsSync, readFileSync } from "node:fs";
import ts from "typescript";
import { globSync } from "tinyglobby";
import { describe, expect, test } from "vitest";
import { KEPT_PAGES, keptPagesOf, type KeptChange } from "@/lib/shared/kept-pages";
import { routesNamingListings } from "./support/place-pages";

const read = (file: string) => readFileSync(file, "utf8");

describe("a query that reads the name of a place", () => {
  // Names of tags and people; what is read to import, to search by and to rank by is shown to nobody.
  const others = /^lib\/(posts|staff|audit|imports|statements|matches|sources|desk|mails|calls)\//;
  const files = globSync("lib/**/*.ts", { ignore: ["**/*.test.ts", "lib/facts/listing-title.ts"] }).filter(
    (file) => !others.test(file),
  );
  /** Orders, column by column (tests/integration/order-independence.test.ts): open places only, or with more beside it. */
  const ordering = [
    "lib/choices/select.ts openSelect",
    "lib/outreach/select.ts listingSelectIn",
    "lib/search/select.ts sourceSelect",
  ];

  test("reads with it whether it is listed and closed", () => {
    const bare = files.flatMap((file) => namingSelects(file).filter(({ isMarked }) => !isMarked));
    // Whoever runs places is no place.
    const others = ["lib/open-data/select.ts operatorSelect", "lib/operators/admin-queries.ts operatorSelect"];
    expect(bare.map(({ file, owner }) => `${file} ${owner}`)).toEqual([...ordering, ...others].toSorted());
    expect(files.flatMap(namingSelects).length).toBeGreaterThan(10);
  });

  test("reads with it what tells it from others of the same name", () => {
    const untold = files.flatMap((file) => namingSelects(file).filter(({ isTold }) => !isTold));
    expect(untold.map(({ file, owner }) => `${file} ${owner}`)).toEqual([
      // Whoever runs places is no place.
      "lib/open-data/select.ts operatorSelect",
      "lib/operators/admin-queries.ts operatorSelect",
      // What a change of staff, the ranking and the search work with, and no page prints.
      "lib/operators/admin-queries.ts runSelect",
      "lib/rankings/select.ts inputSelect",
      "lib/search/select.ts sourceSelect",
    ]);
  });

  test("reads it in SQL too", () => {
    const inSql = files.filter((file) => /(FROM|JOIN) "Listing"[^`]*/.test(read(file)) && /l\."name"/.test(read(file)));
    expect(inSql).toEqual(["lib/listing-table/listing-rows-sql.ts", "lib/search/hits-sql.ts"]);
    for (const file of inSql) expect(read(file)).toMatch(/l\."status", l\."closedOn"/);
  });
});

/** Each object that selects the name of a place, and whether the columns of its presence stand with it. */
function namingSelects(file: string): { file: string; owner: string; isMarked: boolean; isTold: boolean }[] {
  const found: { file: string; owner: string; isMarked: boolean; isTold: boolean }[] = [];
  const visit = (node: ts.Node, owner: string): void => {
    const named =
      ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node) ? (node.name?.getText() ?? "") : owner;
    if (ts.isObjectLiteralExpression(node)) {
      const texts = node.properties.map((property) => property.getText());
      const selects = (column: string) => texts.includes(`${column}: true`);
      const isTold = texts.includes("...TITLE_COLUMNS") || ["unit", "street", "street2", "phone"].every(selects);
      const isMarked = texts.includes("...PRESENCE_COLUMNS") || selects("closedOn");
      const isNaming = selects("name") && (selects("slug") || selects("city"));
      if (isNaming || texts.includes("...TITLE_COLUMNS")) found.push({ file, owner: named, isMarked, isTold });
    }
    ts.forEachChild(node, (child) => visit(child, named));
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true), "");
  return found;
}

describe("a link to the page of a place", () => {
  test("is drawn by one component, which marks what is closed and links to nothing that is gone", () => {
    const files = globSync(["components/**/*.tsx", "app/**/*.tsx"], { ignore: ["**/*.test.tsx"] });
    const linking = files.filter(
      (file) =>
        /["'`(]\/listings\/\$\{/.test(read(file)) || /listings(Path)?\}\/\$\{|askedListingPath\(/.test(read(file)),
    );
    expect(linking.toSorted()).toEqual([
      // The page itself, and the form about it.
      "app/[locale]/(answers)/listings/[slug]/asked/page.tsx",
      "app/[locale]/(reading)/listings/[slug]/page.tsx",
      "app/[locale]/(tools)/listings/[slug]/correction/page.tsx",
      // Staff's way from the editor to the page it edits, and from places that a draft would rank, which are open.
      "components/admin/corrections/corrected-listing.tsx",
      "components/admin/listings/status.tsx",
      "components/admin/methods/preview.tsx",
      // To a part of the page of a place that stands with its mark in the table's head.
      "components/choices/compare-overview.tsx",
      // In the browser, which gets the mark with the name.
      "components/choices/shortlist-editor.tsx",
      "components/corrections/correction-report.tsx",
      "components/corrections/correction-thanks.tsx",
      "components/listings/listing-name.tsx",
      // To a part of the page of the example, whose mark stands in its title.
      "components/rankings/method/formula.tsx",
      "components/rankings/mine/list.tsx",
    ]);
  });
});

describe("a document that names places", () => {
  test("is made anew when one of them changes", () => {
    // Its own page is remade under each URL it has had.
    const remade = new Set([...keptPagesOf("listing"), "/[locale]/(reading)/listings/[slug]"]);
    const kept = routesNamingListings().filter((route) => route.startsWith("(reading)"));
    expect(kept.length).toBeGreaterThan(10);
    expect(kept.filter((route) => !remade.has(`/[locale]/${route}`))).toEqual([]);
  });

  test("the table names pages that are there", () => {
    const changes = Object.keys(KEPT_PAGES) as KeptChange[];
    const gone = changes.flatMap(keptPagesOf).filter((page) => !existsSync(`app${page}/page.tsx`));
    expect(gone).toEqual([]);
  });
});
