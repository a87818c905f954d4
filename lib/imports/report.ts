import { utcMoment } from "@/lib/shared/dates";
import { fewerWords } from "./refusal";
import type { LostValue } from "@/lib/sources/rows";
import { counted } from "@/lib/shared/counted";
import type { ImportEntry, ImportReport, TakeBackReport } from "./types";

/** Long lists are cut; the first lines show what they are about. */
const SHOWN = 20;
const SHOWN_LOST = 5;
const MAX_SHOWN_LENGTH = 60;

/** What an import did, as lines of plain text. */
export function reportLines(report: ImportReport): string[] {
  const { request, rows, skipped, matches } = report;
  const things = request.source === "samhsa" ? "listings" : "licenses";
  return [
    `${request.dryRun ? "Dry run, nothing is written: " : ""}${request.source} ${request.edition}, facts as of ` +
      `${request.date.asOf} (${request.date.precision})${request.county ? `, ${request.county} County` : ""}`,
    ...(report.fewer ? [`  ${fewerWords(report.fewer)}`] : []),
    ...(report.encoding && report.encoding !== "utf-8" ? [`  text         read as ${report.encoding}`] : []),
    `  rows         ${count(rows)}; skipped ${count(skipped.mental_health)} mental health, ` +
      `${count(skipped.other_county)} other county`,
    `  ${things.padEnd(12)} ${count(report.new)} new, ${count(report.changed)} changed, ` +
      `${count(report.unchanged)} unchanged, ${count(report.older)} known from a newer edition`,
    `  licensed     ${count(matches.ownAddress)} at their own address, ${count(matches.additionalLocation)} as an additional ` +
      `location, ${count(matches.operatorAndZip)} by operator and ZIP, their street being confidential ` +
      `(${count(matches.current)} with a license valid on the day of the state's list)`,
    `  unmatched    ${count(matches.unmatched)}; licenses at their address under another name: ` +
      `${count(matches.otherName)}, for another address with their phone: ${count(matches.otherAddress)}`,
    licensedListingLine(report),
    ...unknownCodes(report),
    ...codeBook(report),
    ...strange(report),
    ...list("refused", report.refused, ({ line, reason }) => `line ${line}: ${reason}`),
    ...lostValues(report),
    ...list("listed twice", report.listedTwice, ({ line, sameAs }) => `line ${line}: the same site as line ${sameAs}`),
    ...apart(report),
    ...list(
      "kept as staff set it",
      report.staffDifferences,
      ({ slug, field, kept, stated }) =>
        `${slug}, ${field}: ours ${JSON.stringify(kept)}, the file's ${JSON.stringify(stated)}`,
    ),
    ...list("no longer named by this edition", report.gone, (name) => name),
    `  pairs that may be one place, for staff to say at /admin/duplicates: ${count(report.duplicates)}`,
    ...list("only an earlier import of this edition had them, off the site", report.withdrawn, (name) => name),
    ...(request.dryRun
      ? []
      : [`  This is import ${report.number}. To take it back: npm run import -- --undo ${report.number}`]),
  ];
}

/** What taking an import back did, as lines of plain text. */
export function takeBackLines({ entry, dryRun, listings, site, facts, licenses, ...report }: TakeBackReport): string[] {
  const { removed, archived } = listings;
  return [
    `${dryRun ? "Dry run, nothing is written: " : ""}import ${entry.number} taken back (${nameOf(entry)})`,
    `  raw rows     ${count(report.rawRows)} removed`,
    `  listings     ${count(removed.length)} removed, ${count(archived.length)} archived, ` +
      `${count(listings.returned)} there again, ${count(listings.changed)} changed back`,
    `  on the site  ${counted(site.returned, "place")} back, ${count(site.left)} no longer`,
    `  fact sheets  ${count(facts.removed)} removed, ${count(facts.written)} written as before`,
    `  licenses     ${count(licenses.removed)} removed, ${count(licenses.written)} written as before`,
    `  matches      ${counted(report.matches, "match or position", "matches and positions")} changed`,
    licensedListingLine(report),
    ...list("removed: nothing else named them", removed, (slug) => slug),
    ...list("archived: off the site, kept on record for what names them", archived, (slug) => slug),
    "  Ranking editions keep the figures they were published with; npm run rank makes a new one.",
  ];
}

/** Every import on a line of its own. */
export function importLines(entries: readonly ImportEntry[]): string[] {
  if (entries.length === 0) return ["Nothing was imported yet."];
  return entries.map((entry) => {
    const state = entry.takenBackAt ? `taken back ${utcMoment(entry.takenBackAt)}` : "stands";
    return `${String(entry.number).padStart(4)}  ${utcMoment(entry.at)}  ${nameOf(entry)}: ${state}`;
  });
}

function licensedListingLine({
  licensedListings: { places, ...counts },
}: Pick<ImportReport, "licensedListings">): string {
  return (
    `  list alone   ${counted(places, "place")} that only the state's list names: ${count(counts.new)} new, ` +
    `${count(counts.changed)} changed; ${count(counts.withdrawn)} off the site`
  );
}

function nameOf({ source, edition, asOf, county, fileName, rows }: ImportEntry): string {
  const scope = county ? `, ${county} County` : "";
  return `${source} ${edition}, as of ${asOf}${scope}, ${counted(rows, "row")} of ${fileName}`;
}

const BOOKS = {
  file: "the file's own sheet",
  house: "the one that came with this house",
  rows: "none is known for this edition, so what no row of the whole file names counts as not asked",
} as const;

function apart({ apart: groups }: ImportReport): string[] {
  if (groups.length === 0) return [];
  const rows = groups.reduce((sum, { lines }) => sum + lines.length, 0);
  return list(
    `${counted(rows, "row is", "rows are")} alike in name and address and say different things: kept apart, groups`,
    groups,
    ({ differ, lines, slugs }) =>
      `lines ${lines.join(", ")} ${differ === "answers" ? "answer differently" : "have different phones"}: ${slugs.join(", ")}`,
  );
}

function codeBook({ book }: ImportReport): string[] {
  if (!book) return [];
  const codes = book.notAsked.join(", ");
  return [`  code book    ${BOOKS[book.origin]}`, `  not asked, so unknown and never no: ${codes || "nothing"}`];
}

function strange({ strangeCounts }: ImportReport): string[] {
  if (strangeCounts.length === 0) return [];
  return list(
    "codes named unusually rarely or often",
    strangeCounts,
    ({ code, here, there }) =>
      `${code}: by ${count(here.rows)} of ${counted(here.of, "row")}, in edition ${there.edition} by ` +
      `${count(there.rows)} of ${count(there.of)}. Is the file whole, and are its columns in place?`,
  );
}

function unknownCodes({ unknownCodes: codes }: ImportReport): string[] {
  const words = codes.map(([code, rows]) => `${code} (${count(rows)})`).join(", ");
  return [`  codes that no code book explains: ${words || "none"}`];
}

/** By column and reason, with the first lines only: a national file loses thousands of extensions. */
function lostValues({ lost }: ImportReport): string[] {
  const groups = new Map<string, LostValue[]>();
  for (const each of lost) {
    const title = `${each.column}: ${each.because}`;
    const group = groups.get(title);
    if (group) group.push(each);
    else groups.set(title, [each]);
  }
  const first = (values: readonly LostValue[]) =>
    values
      .slice(0, SHOWN_LOST)
      .map(({ line, value }) => `line ${line} ${JSON.stringify(value.slice(0, MAX_SHOWN_LENGTH))}`);
  return [
    `  values not taken, though their rows are: ${count(lost.length)}`,
    ...[...groups].map(([title, values]) => {
      const rest = values.length - SHOWN_LOST;
      return `    ${title} (${count(values.length)}): ${first(values).join(", ")}${rest > 0 ? `, and ${count(rest)} more` : ""}`;
    }),
  ];
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

/** What the audit trail keeps of an import: figures alone. */
export function auditOf({ request, refused, lost, withdrawn, ...report }: ImportReport) {
  return {
    import: report.number,
    source: request.source,
    edition: request.edition,
    county: request.county,
    asOf: request.date.asOf,
    rows: report.rows,
    new: report.new,
    changed: report.changed,
    unchanged: report.unchanged,
    older: report.older,
    withdrawn: withdrawn.length,
    refused: refused.length,
    lost: countByColumn(lost),
    // Named over a tenth fewer places than the edition before, and somebody confirmed it.
    fewer: report.fewer,
    matches: report.matches,
    licensedListings: report.licensedListings,
  };
}

function countByColumn(lost: readonly LostValue[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { column } of lost) counts[column] = (counts[column] ?? 0) + 1;
  return counts;
}
