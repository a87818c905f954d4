import { readStreetLine } from "./street-line";
import { shortWord } from "./street-words";

/** A door as it is compared: two spellings of one are equal, and two doors never are. */
export interface Door {
  /** "420 n james rd"; empty when the source keeps the street to itself. */
  line: string;
  /** "100", "bldg 4;ste 2"; empty when there is none. */
  unit: string;
}

/** What says no more than that a unit follows: "Suite 100" is "Unit 100" and "#100". A building and a floor say more. */
const MARKS = new Set(["ste", "unit", "apt", "rm", "#"]);
const KINDS = new Set(["bldg", "fl", "pobox"]);

/**
 * The door of a street line and the line below it, by what they mean: capitals, accents, abbreviations, ordinals in words,
 * names together or apart, and how a unit, a range or a post-office box is written do not tell two doors apart. House
 * numbers, directions, types and units do, and so does naming one or leaving it out.
 */
export function doorOf(street: string, street2: string | null): Door {
  const { houses, before, name, type, after, rest } = readStreetLine(street, street2 ?? "");
  const line = [houses.join("+"), before, name, type, after].filter((part) => part !== "").join(" ");
  return { line, unit: unitOf(rest) };
}

/** Each thing that the words name, in an order that is not theirs: "Building 4, Suite 2" is "Ste. 2, Bldg. 4". */
function unitOf(text: string): string {
  const parts: { kind: string; values: string[] }[] = [];
  let isNext = true;
  for (const word of unitWords(text)) {
    const last = parts.at(-1);
    if (KINDS.has(word)) parts.push({ kind: word, values: [] });
    else if (MARKS.has(word)) {
      // "Bldg. #4" names one thing.
      if (word !== "#" || !last?.kind || last.values.length > 0) parts.push({ kind: "", values: [] });
    } else if (word === ",") isNext = true;
    else {
      const part = last ?? { kind: "", values: [] };
      if (!last) parts.push(part);
      if (isNext || part.values.length === 0) part.values.push(word);
      else part.values.push(`${part.values.pop() ?? ""} ${word}`);
    }
    if (word !== ",") isNext = false;
  }
  return parts
    .filter(({ values }) => values.length > 0)
    .map(({ kind, values }) => [kind, values.map(kind === "fl" ? storey : String).join("+")].filter(Boolean).join(" "))
    .sort()
    .join(";");
}

/** "2nd Floor" is "Floor 2". */
function storey(value: string): string {
  return value.replace(/^(\d+)th$/, "$1");
}

function unitWords(text: string): string[] {
  const plain = text
    .replace(/\b(?:no|number)\s+(?=\d)/g, "# ")
    .replace(/\s*-\s*/g, "-")
    .replace(/(\d)-([a-z])(?![a-z])/g, "$1$2")
    .replace(/\b([a-z])-(\d)/g, "$1$2");
  return (plain.match(/[a-z0-9][a-z0-9/.-]*|[#,;&/]/g) ?? []).map((word) =>
    /^(?:[,;&/]|and)$/.test(word) ? "," : shortWord(word),
  );
}
