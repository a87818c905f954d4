// Attributes are keyed by SAMHSA's service codes, as printed. The code book beside this file is made from the
// published one (prisma/seed/data/samhsa-service-codes-2023.csv), and a test checks that both agree.

import codeBook from "./code-book.json";

export interface Attribute {
  /** The service code, such as "BU". */
  code: string;
  /** SAMHSA's name for it, in English. */
  name: string;
  /** The survey's category, such as "OM": one question with several answers. */
  category: string;
}

/** Every attribute of the code book, by code, in the book's order. */
export const ATTRIBUTES: ReadonlyMap<string, Attribute> = new Map(
  Object.entries(codeBook).flatMap(([category, codes]) =>
    codes.map(([code = "", name = ""]) => [code, { code, name, category }] as const),
  ),
);
