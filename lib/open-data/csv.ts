import { stringify } from "csv-stringify/sync";
import type { CriterionDocument, EditionDocument, EditionIndexDocument } from "./schema";

type Cell = string | number | boolean | null;
type Row = Record<string, Cell>;

/**
 * One line per place: ranked, withdrawn (nameless), then excluded. Each criterion has its columns, such as
 * `naloxone.value`; every line has the edition and the attribution.
 */
export function editionCsv({ about, edition, method, entries, withdrawn, excluded }: EditionDocument): string {
  const keys = method.groups.flatMap(({ criteria }) => criteria.map(({ key }) => key));
  const shared = { ...headCells(edition), ...attributionCells(about) };
  const rows: Row[] = [
    ...entries.map(({ listing, criteria, ...score }) => {
      return { status: "ranked", ...score, ...listing, ...shared, ...criterionCells(criteria) };
    }),
    ...withdrawn.map(({ criteria, ...score }) => {
      return { status: "withdrawn", ...score, ...shared, ...criterionCells(criteria) };
    }),
    ...excluded.map(({ listing, ...gate }) => ({ status: "excluded", ...gate, ...listing, ...shared })),
  ];
  return toCsv(
    [
      ..."status position rank band score rounded low high coverage".split(" "),
      ..."slug name unit city zip kind url closed reason detail explanation".split(" "),
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
  const { number, methodVersion, computedAt, judgedOn, checksum, prior, rankedCount, excludedCount } = head;
  return { edition: number, methodVersion, computedAt, judgedOn, checksum, prior, rankedCount, excludedCount };
}

function attributionCells({ documentation, sources }: EditionDocument["about"]) {
  return {
    documentation,
    attribution: sources.map(({ attribution, license }) => `${attribution} [${license}]`).join(" "),
  };
}

function criterionCells(criteria: readonly CriterionDocument[]): Row {
  return Object.fromEntries(
    criteria.flatMap(({ key, value, points, maximum, source, date, datePrecision }) => {
      const cells: Cell[] = [value, points, maximum, source, date, datePrecision];
      return criterionColumns(key).map((column, index) => [column, cells[index] ?? null] as const);
    }),
  );
}

function criterionColumns(key: string): string[] {
  return "value points maximum source date datePrecision".split(" ").map((part) => `${key}.${part}`);
}

/** In the format of RFC 4180; text that a spreadsheet would run as a formula gets an apostrophe. */
function toCsv(columns: string[], rows: Row[]): string {
  const cast = { boolean: String };
  return stringify(rows, { header: true, columns, record_delimiter: "windows", escape_formulas: true, cast });
}
