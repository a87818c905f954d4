import { attributeOf, HOUSE_BOOK, type CodeBook } from "./code-book";

export interface Answers {
  /** Attributes in alphabetical order, each in one list only. */
  yes: string[];
  no: string[];
  /**
   * Codes that the edition's code book does not explain, or explains as something that we do not know: kept, not
   * guessed.
   */
  unrecognised: string[];
}

/** "SA DT * OP RES" as codes, each once. */
export function codesIn(serviceCodes: string): Set<string> {
  return new Set(serviceCodes.split(/[\s*]+/).filter((code) => code !== ""));
}

/**
 * What a facility answered in SAMHSA's survey: "SA DT * OP RES * BU NU". A code in the text is a yes. A code
 * that is missing is a no only when the edition asked for it and the facility has another code of its category. All
 * others are unknown, so in neither list.
 */
export function answersOf(serviceCodes: string, book: CodeBook = HOUSE_BOOK): Answers {
  const codes = codesIn(serviceCodes);
  const listed = new Set(Object.values(book.categories).flat());
  const [yes, no, explained] = [new Set<string>(), new Set<string>(), new Set<string>()];
  for (const category of Object.values(book.categories)) {
    if (!category.some((code) => codes.has(code))) continue;
    for (const code of category) {
      const attribute = attributeOf(code, listed);
      if (attribute === null) continue;
      explained.add(code);
      (codes.has(code) ? yes : no).add(attribute);
    }
  }
  return {
    yes: [...yes].sort(),
    no: [...no].filter((attribute) => !yes.has(attribute)).sort(),
    unrecognised: [...codes].filter((code) => !explained.has(code)).sort(),
  };
}
