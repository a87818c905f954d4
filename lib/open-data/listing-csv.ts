import { stringify } from "csv-stringify/sync";
import { ATTRIBUTES } from "@/lib/facts/attributes";
import { attributionCells } from "./csv";
import { listingDocument } from "./listing-documents";
import type { About, ListingDocument } from "./schema";
import type { OpenRecords } from "./types";

type Fact = ListingDocument["facts"][number];
type License = ListingDocument["licenses"][number];

/** So few that making them takes no longer than other requests may wait. */
const ROWS_AT_ONCE = 50;

/**
 * One line per place. Several phones, licenses or members of a program stand in one cell each. Each code of the code
 * book has two columns: "BU" is the answer, and "BU.source" who gave it and when, such as "samhsa 2023".
 * @returns the table a part at a time
 */
export function* listingsCsv(site: string, about: About, { edition, listings }: OpenRecords): Generator<string> {
  const shared = { edition: edition?.number ?? null, ...attributionCells(about) };
  const columns = [
    ..."slug url name unit operator operatorName kind fromStateList street street2 isConfidential city state zip county".split(
      " ",
    ),
    ..."phones latitude longitude positionSource closedOn closedReason edition ranking notRankedReason".split(" "),
    ..."notRankedDetail program position rank band score rounded low high coverage members".split(" "),
    ..."licenses licensesCurrent licensesFoundBy".split(" "),
    ...[...ATTRIBUTES.keys()].flatMap((code) => [code, `${code}.source`]),
    ...Object.keys(attributionCells(about)),
  ];
  // Numbers are never formulas: only a text gets the apostrophe.
  const cast = { boolean: String, number: (value: number) => ({ value: String(value), escape_formulas: false }) };
  const format = { columns, record_delimiter: "windows", escape_formulas: true, cast } as const;
  yield stringify([], { ...format, header: true, bom: true });
  for (let first = 0; first < listings.length; first += ROWS_AT_ONCE) {
    const rows = listings.slice(first, first + ROWS_AT_ONCE).map((listing) => {
      const { facts, ...document } = listingDocument(site, listing);
      return { ...cellsOf(document), ...factCells(facts), ...shared };
    });
    yield stringify(rows, format);
  }
}

function cellsOf({ operator, phones, position, closed, ranking, licenses, ...place }: Omit<ListingDocument, "facts">) {
  return {
    ...place,
    operator: operator?.slug ?? null,
    operatorName: operator?.name ?? null,
    phones: phones.map(dialed).join("; "),
    latitude: position?.latitude ?? null,
    longitude: position?.longitude ?? null,
    positionSource: position?.source ?? null,
    closedOn: closed?.on ?? null,
    closedReason: closed?.reason ?? null,
    ...rankingCells(ranking),
    licenses: licenses.map(licenseWords).join("; "),
    licensesCurrent: licenses.map(({ number, current }) => `${number} ${current ? "yes" : "no"}`).join("; "),
    licensesFoundBy: licenses.map(foundWords).join("; "),
  };
}

function rankingCells(ranking: ListingDocument["ranking"]) {
  if (!ranking) return { ranking: null };
  if (ranking.status === "not_ranked")
    return { ranking: ranking.status, notRankedReason: ranking.reason, notRankedDetail: ranking.detail };
  const { status, name, members, ...score } = ranking;
  return { ranking: status, program: name, ...score, members: members.join(" ") };
}

/** As people write it: a cell that begins with a plus sign is a formula to a spreadsheet. */
function dialed({ number, extension }: ListingDocument["phones"][number]): string {
  const national = number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, "$1-$2-$3");
  return extension ? `${national} x${extension}` : national;
}

function licenseWords({ number, isLicensed, isCertified, settingCode, beds, ...license }: License): string {
  const { issuedTo, lastDay, listedOn } = license;
  const size = beds && `for ${beds} beds`;
  const said = [isLicensed && "licensed", isCertified && "certified", settingCode, size].filter(Boolean).join(" ");
  return `${number} ${said}, issued to ${issuedTo}, last day ${lastDay ?? "not given"}, listed ${listedOn}`;
}

function foundWords({ number, basis, agreement, certainty }: License): string {
  return `${number} ${certainty} by ${basis}: ${agreement.join(", ")}`;
}

function factCells(facts: readonly Fact[]): Record<string, string | null> {
  return Object.fromEntries(
    facts.flatMap((fact) => [
      [fact.code, fact.value],
      [`${fact.code}.source`, sourceWords(fact)],
    ]),
  );
}

function sourceWords({ source, date, datePrecision }: Fact): string | null {
  return source && date ? `${source} ${datePrecision === "year" ? date.slice(0, 4) : date}` : null;
}
