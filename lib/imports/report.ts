import type { ImportReport } from "./types";

/** Long lists are cut: the first lines show what it is about. */
const SHOWN = 20;

/** What an import did, as lines of plain text. */
export function reportLines(report: ImportReport): string[] {
  const { request, rows, skipped, matches } = report;
  const things = request.source === "samhsa" ? "listings" : "licenses";
  return [
    `${request.dryRun ? "Dry run, nothing is written: " : ""}${request.source} ${request.edition}, facts as of ` +
      `${request.date.asOf} (${request.date.precision})${request.county ? `, ${request.county} County` : ""}`,
    `  rows         ${count(rows)}; skipped ${count(skipped.mental_health)} mental health, ` +
      `${count(skipped.other_county)} other county`,
    `  ${things.padEnd(12)} ${count(report.new)} new, ${count(report.changed)} changed, ` +
      `${count(report.unchanged)} unchanged, ${count(report.older)} known from a newer edition`,
    `  matched      ${count(matches.address)} by address, ${count(matches.phoneAndZip)} by phone and ZIP ` +
      `(${count(matches.current)} with a license valid on the day of the state's list)`,
    `  unmatched    ${count(matches.unmatched)}; doubtful pairs ${count(matches.doubtful)}`,
    ...unknownCodes(report),
    ...list("refused", report.refused, ({ line, reason }) => `line ${line}: ${reason}`),
    ...list("listed twice", report.listedTwice, ({ line, sameAs }) => `line ${line}: the same site as line ${sameAs}`),
    ...list(
      "kept as staff set it",
      report.staffDifferences,
      ({ slug, field, kept, stated }) =>
        `${slug}, ${field}: ours ${JSON.stringify(kept)}, the file's ${JSON.stringify(stated)}`,
    ),
    ...list("no longer named by this edition", report.gone, (name) => name),
  ];
}

function unknownCodes({ unknownCodes: codes }: ImportReport): string[] {
  const words = codes.map(([code, rows]) => `${code} (${count(rows)})`).join(", ");
  return [`  codes that no code book explains: ${words || "none"}`];
}

function list<Item>(title: string, items: readonly Item[], words: (item: Item) => string): string[] {
  const rest = items.length - SHOWN;
  return [
    `  ${title}: ${count(items.length)}`,
    ...items.slice(0, SHOWN).map((item) => `    ${words(item)}`),
    ...(rest > 0 ? [`    and ${count(rest)} more`] : []),
  ];
}

function count(number: number): string {
  return number.toLocaleString("en-US");
}
