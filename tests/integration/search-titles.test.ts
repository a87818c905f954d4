// The title of a search says what was asked, so that tabs and the way back tell one search from another.
import { beforeAll, describe, expect, test } from "vitest";
import * as listings from "@/app/[locale]/(answers)/listings/page";
import * as map from "@/app/[locale]/(answers)/map/asked/page";
import { filtersQuery, parseFilters } from "@/lib/search/filters";
import { search } from "@/lib/search/queries";
import type { Locale } from "@/lib/shared/i18n";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

type Query = Record<string, string | string[]>;

async function titleOf(locale: Locale, query: Query, page: typeof listings | typeof map = listings): Promise<string> {
  const props = { params: Promise.resolve({ locale }), searchParams: Promise.resolve(query) };
  const { title } = await page.generateMetadata(props);
  expect(title).toBeTypeOf("string");
  return (title as string).replace(/ · Best Heroin Rehab$/, "");
}

describe.each<[query: Query, en: string, es: string]>([
  [{}, "Find heroin treatment in Los Angeles", "Buscar tratamiento del consumo de heroína en Los Ángeles"],
  [{ near: "90012", medication: "methadone" }, "Methadone near 90012", "Metadona cerca de 90012"],
  [{ q: "methadone near 90012" }, "Methadone near 90012", "Metadona cerca de 90012"],
  [{ near: "90012" }, "Places near 90012", "Lugares cerca de 90012"],
  [
    { medication: ["methadone", "buprenorphine"], payment: "medi-cal" },
    "Methadone or Buprenorphine, Medi-Cal (Medicaid)",
    "Metadona o Buprenorfina, Medi-Cal (Medicaid)",
  ],
  [{ q: "tarzana treatment", words: "exact" }, "“tarzana treatment”", "«tarzana treatment»"],
  [{ q: "zzzzqqq", words: "exact" }, "Nothing found: “zzzzqqq”", "Nada encontrado: «zzzzqqq»"],
])("a search for %j", (query, en, es) => {
  test("says so in English", async () => expect(await titleOf("en", query)).toBe(en));
  test("says so in Spanish", async () => expect(await titleOf("es", query)).toBe(es));
});

describe("a long search", () => {
  let further: Query;
  beforeAll(async () => {
    const { filters } = parseFilters({ payment: "medi-cal" });
    const { result } = await search(filters);
    further = Object.fromEntries(new URLSearchParams(filtersQuery({ ...filters, after: result.next })));
  });

  test("says when it is not the first page", async () => {
    expect(await titleOf("en", further)).toBe("Medi-Cal (Medicaid): further places");
    expect(await titleOf("es", further)).toBe("Medi-Cal (Medicaid): más lugares");
  });

  test("is cut where it asks for more than a tab shows, and has typed words in one line", async () => {
    const title = await titleOf("en", { q: `<b>${"word ".repeat(40)}`, words: "exact" });
    expect(title).toMatch(/^Nothing found: “<b>[word ]+…$/);
    expect(title.length).toBeLessThan(80);
  });
});

test("the map of a search says it too", async () => {
  const query = { near: "90012", medication: "methadone" };
  expect(await titleOf("en", query, map)).toBe("Map: Methadone near 90012");
  expect(await titleOf("es", query, map)).toBe("Mapa: Metadona cerca de 90012");
});
