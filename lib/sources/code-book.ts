// Which codes an edition of the federal directory asked about. Codes come and go between editions: one that an edition's
// own book does not have was not asked that year, and so is unknown, never no.

import { ATTRIBUTES } from "@/lib/facts/attributes";

export interface CodeBook {
  /** The file's own sheet of codes; the one that came with this house; or the codes that some row of the file names. */
  origin: "file" | "house" | "rows";
  /** Codes by category, as this edition writes them: one category is one question with several answers. */
  categories: Record<string, string[]>;
}

/** What a workbook's sheet of codes is known by. */
export const CODE_SHEET_COLUMNS = ["category_code", "service_code"] as const;

/**
 * The editions that the code book beside lib/facts/attributes explains: it is drawn from the workbook of 2023, and the
 * file of 2024 names each of its 224 codes and no other (a test holds both).
 */
const EDITIONS_OF_THE_HOUSE = new Set(["2023", "2024"]);

/** Codes that other editions have for one of our attributes. SAMHSA's wording is the same but for "or". */
const RENAMED: ReadonlyMap<string, string> = new Map([["ULC", "DLC"]]); // Lofexidine/clonidine detoxification

export const HOUSE_BOOK: CodeBook = { origin: "house", categories: categoriesOf(ATTRIBUTES.keys()) };

/** The book of an edition that is known without its file; null for any other. */
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

/** For an edition whose book nobody has: what no row of the whole file names may not have been asked. */
export function bookOfRows(named: ReadonlySet<string>): CodeBook {
  // Where the old and the new code stand side by side they are two questions.
  const isNamed = (code: string) => named.has(code) && !named.has(RENAMED.get(code) ?? "");
  return { origin: "rows", categories: categoriesOf([...ATTRIBUTES.keys(), ...RENAMED.keys()].filter(isNamed)) };
}

/** The attribute a code of a book stands for; null for one that we do not know. */
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
