import { ATTRIBUTES } from "@/lib/listings/attributes";

export interface Answers {
  /** Attributes in alphabetical order, each in one list only. */
  yes: string[];
  no: string[];
  /** Codes the code book does not explain: kept as they are, never guessed. */
  unrecognised: string[];
}

/**
 * What a facility answered in SAMHSA's survey: "SA DT * OP RES * BU NU". A code that is there is a yes; one that is
 * not is a no only when the facility has some code of its category, and otherwise unknown, so in neither list.
 */
export function answersOf(serviceCodes: string): Answers {
  const codes = new Set(serviceCodes.split(/\s+/).filter((code) => code !== "" && code !== "*"));
  const book = [...ATTRIBUTES.values()];
  const answered = new Set(book.filter(({ code }) => codes.has(code)).map(({ category }) => category));
  const asked = book.filter(({ category }) => answered.has(category)).map(({ code }) => code);
  return {
    yes: asked.filter((code) => codes.has(code)).sort(),
    no: asked.filter((code) => !codes.has(code)).sort(),
    unrecognised: [...codes].filter((code) => !ATTRIBUTES.has(code)).sort(),
  };
}
