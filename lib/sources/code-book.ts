// Which codes an edition of the federal directory asked about. Codes change between editions. When an edition's own
// book does not have a code, nobody was asked that year, so the answer is unknown, never no.

import { ATTRIBUTES } from "@/lib/facts/attributes";

export interface CodeBook {
  /**
   * The file's own sheet of codes; the book that comes with this software; or the codes that some row of the file
   * names.
   */
  origin: "file" | "house" | "rows";
  /** Codes by category, as this edition writes them: one category is one question with several answers. */
  categories: Record<string, string[]>;
}

/** The columns that identify a workbook's sheet of codes. */
export const CODE_SHEET_COLUMNS = ["category_code", "service_code"] as const;

/**
 * The editions that the code book beside lib/facts/attributes explains: it is made from the workbook of 2023, and the
 * file of 2024 names each of its 224 codes and no other (a test checks both).
 */
const EDITIONS_OF_THE_HOUSE = new Set(["2023", "2024"]);

/** Codes that other editions have for one of our attributes. SAMHSA's wording is the same but for "or". */
const RENAMED: ReadonlyMap<string, string> = new Map([["ULC", "DLC"]]); // Lofexidine/clonidine detoxification

export const HOUSE_BOOK: CodeBook = { origin: "house", categories: categoriesOf(ATTRIBUTES.keys()) };

/** The book of an edition that we know without its file; null for all others. */
export function knownBook(edition: string): CodeBook | null {
  return EDITIONS_OF_THE_HOUSE.has(edition) ? HOUSE_BOOK : null;
}

/** The book on a workbook's sheet of codes; null when it lists none. */
export function bookOfSheet(rows: readonly Readonly<Record<string, string>>[]): CodeBook | null {
  const categories: CodeBook["categories"] = {};
  for (const { category_code: category, service_code: code } of rows)
    if (category && code) (categories[category] ??= []).push(code);
  return Object.keys(categories).length > 0 ? { origin: "file", categories } : null;
}

/** For an edition without a book: a code that no row of the whole file names may not have been asked. */
export function bookOfRows(named: ReadonlySet<string>): CodeBook {
  // When a file has both the old and the new code, they are two questions.
  const isNamed = (code: string) => named.has(code) && !named.has(RENAMED.get(code) ?? "");
  return { origin: "rows", categories: categoriesOf([...ATTRIBUTES.keys(), ...RENAMED.keys()].filter(isNamed)) };
}

/** The attribute for a code of a book; null for a code that we do not know. */
export function attributeOf(code: string, codes: ReadonlySet<string>): string | null {
  if (ATTRIBUTES.has(code)) return code;
  const renamed = RENAMED.get(code);
  return renamed && !codes.has(renamed) ? renamed : null;
}

/** The attributes that an edition did not ask about, in the order of our book. */
export function notAsked({ categories }: CodeBook): string[] {
  const codes = new Set(Object.values(categories).flat());
  const asked = new Set([...codes].map((code) => attributeOf(code, codes)));
  return [...ATTRIBUTES.keys()].filter((attribute) => !asked.has(attribute));
}

function categoriesOf(codes: Iterable<string>): CodeBook["categories"] {
  const categories: CodeBook["categories"] = {};
  for (const code of codes) {
    const category = ATTRIBUTES.get(RENAMED.get(code) ?? code)?.category;
    if (category) (categories[category] ??= []).push(code);
  }
  return categories;
}
