import { stringify } from "csv-stringify/sync";
import type { CriterionDocument, EditionDocument, EditionIndexDocument } from "./schema";

type Cell = string | number | boolean | null;
type Row = Record<string, Cell>;

/**
 * One line per program, ranked or withdrawn (nameless), then one per excluded place. A program's line names its places in
 * `members` and `streets`; its city, ZIP, street and URL are of the first. Each criterion has its columns, such as `naloxone.value`;
 * every line has the edition and the attribution.
 */
export function editionCsv({ about, edition, method, entries, withdrawn, excluded }: EditionDocument): string {
  const keys = method.groups.flatMap(({ criteria }) => criteria.map(({ key }) => key));
  const shared = { ...headCells(edition), ...attributionCells(about) };
  const rows: Row[] = [
    ...entries.map(({ members, criteria, name, unit, kind, ...score }) => {
      const closed = members.every((place) => place.closed);
      const program = { ...members[0], name, unit, kind, closed, ...memberCells(members) };
      return { status: "ranked", ...score, ...program, ...shared, ...criterionCells(criteria) };
    }),
    ...withdrawn.map(({ criteria, ...score }) => {
      return { status: "withdrawn", ...score, ...shared, ...criterionCells(criteria) };
    }),
    ...excluded.map(({ listing, ...gate }) => ({ status: "excluded", ...gate, ...listing, ...shared })),
  ];
  return toCsv(
    [
      ..."status position rank band score rounded low high coverage".split(" "),
      ..."slug name unit street city zip kind url closed members streets reason detail explanation".split(" "),
      ...Object.keys(headCells(edition)),
      ...keys.flatMap(criterionColumns),
      ...Object.keys(attributionCells(about)),
    ],
    rows,
  );
}

/** One line per edition. */
export function editionIndexCsv({ about, editions }: EditionIndexDocument): string {
  const rows = editions.map(({ json, csv, methodJson, ...head }): Row => {
    return { ...headCells(head), json, csv, methodJson, ...attributionCells(about) };
  });
  const [first] = rows;
  return toCsv(first ? Object.keys(first) : ["edition"], rows);
}

function headCells(head: EditionDocument["edition"]) {
  const { number, ...figures } = head;
  return { edition: number, ...figures };
}

/** Slugs and streets in one order; a street that is not published is empty. */
function memberCells(members: EditionDocument["entries"][number]["members"]): Row {
  return {
    members: members.map(({ slug }) => slug).join(" "),
    streets: members.map(({ street }) => street).join("; "),
  };
}

export function attributionCells({ documentation, sources }: EditionDocument["about"]) {
  return {
    documentation,
    attribution: sources.map(({ attribution, license }) => `${attribution} [${license}]`).join(" "),
  };
}

function criterionCells(criteria: readonly CriterionDocument[]): Row {
  return Object.fromEntries(
    criteria.flatMap(({ key, value, doubt, authority, differs, points, maximum, source, date, datePrecision }) => {
      const cells: Cell[] = [value, doubt, authority, differs, points, maximum, source, date, datePrecision];
      return criterionColumns(key).map((column, index) => [column, cells[index] ?? null] as const);
    }),
  );
}

function criterionColumns(key: string): string[] {
  return "value doubt authority differs points maximum source date datePrecision"
    .split(" ")
    .map((part) => `${key}.${part}`);
}

/** In the format of RFC 4180; text that a spreadsheet would run as a formula gets an apostrophe. */
function toCsv(columns: string[], rows: Row[]): string {
  const cast = { boolean: String };
  return stringify(rows, { header: true, columns, record_delimiter: "windows", escape_formulas: true, cast });
}
