import { utcMoment } from "@/lib/shared/dates";
import type { ProposedChanges } from "@/lib/rankings/proposed-changes";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { counted } from "@/lib/shared/counted";
import type { CertifiedProgram, ProgramComparison } from "./certified-programs";
import type { ProposalEntry, RefreshResult, SourceAdapter } from "./types";

/** Long lists are cut. */
const MAX_SHOWN = 20;

/** What came of a look, as lines of plain text. */
export function resultLines(result: RefreshResult): string[] {
  const head = `${result.source}: `;
  const notes = result.notes.map((note) => `  ${note}`);
  if (result.outcome === "failed") return [`${head}failed (${result.cause}). ${result.words}`, ...notes];
  if (result.outcome === "nothing_new") return [`${head}nothing new. ${result.words}`, ...notes];
  return [
    `${head}proposal ${result.proposal}, from ${result.url}`,
    ...notes,
    ...[...result.report, ...effectLines(result.effect)].map((line) => `  ${line}`),
    `  To take it: npm run refresh -- --accept ${result.proposal}. To refuse it: --reject ${result.proposal}.`,
  ];
}

/** What a proposal would change of the ranking. */
export function effectLines(effect: ProposedChanges | null): string[] {
  if (!effect) return [];
  const { since, ranked, enters, leaves, moves, reasons, stays } = effect;
  const beside = since === null ? "which would be the first" : `beside edition ${since}`;
  return [
    `effect on the ranking, ${beside}: ${counted(ranked.from, "program")} ranked, then ${ranked.to}; ` +
      `as they are stay ${counted(stays.programs, "program")} and ${counted(stays.unranked, "address", "addresses")} not ranked`,
    ...list(
      "enter",
      enters.map(({ slug, to }) => `${slug}: rank ${to.rank}, ${counted(to.score, "point")}`),
    ),
    ...list(
      "leave",
      leaves.map(({ slug, from, reason }) => `${slug}: was rank ${from.rank}; ${reason?.reason ?? "not published"}`),
    ),
    ...list(
      "move or change",
      moves.map(
        ({ slug, from, to }) =>
          `${slug}: rank ${from.rank}, then ${to.rank}; ${counted(from.score, "point")}, then ${to.score}`,
      ),
    ),
    ...list(
      "not ranked for another reason",
      reasons.map(({ slug, from, to }) => {
        return `${slug}: ${from?.reason ?? "not listed"}, then ${to?.reason ?? "not published"}`;
      }),
    ),
  ];
}

/** What the list of opioid treatment programs says beside our listings. */
export function comparisonLines(
  programs: readonly CertifiedProgram[],
  { found, unlisted, unnamed }: ProgramComparison,
): string[] {
  const kinds = [...new Set(programs.map(({ certification }) => certification))].sort();
  const counts = kinds.map((kind) => {
    return `${programs.filter(({ certification }) => certification === kind).length} ${kind || "without a word"}`;
  });
  return [
    `${counted(programs.length, "opioid treatment program")} of ${SERVED_COUNTY} County on the list: ${counts.join(", ")}`,
    `${found} of them have a listing that answers so, at the same house or with the same phone`,
    ...list(
      "on the list, and no listing answers that it is one",
      unlisted.map(({ name, street, city, zip, certification, alike }) => {
        const others = alike.length > 0 ? `; there, or with its phone: ${alike.join(", ")}` : "";
        return `${name}, ${street}, ${city} ${zip} (${certification})${others}`;
      }),
    ),
    ...list("listings that answer so, and are not on the list", unnamed),
    "Nothing of this is written: taking it notes that somebody has seen it.",
  ];
}

/** The sources and their proposals, as lines of plain text. */
export function listLines(adapters: readonly SourceAdapter[], proposals: readonly ProposalEntry[]): string[] {
  return adapters.flatMap((adapter) => {
    const own = proposals.filter(({ source }) => source === adapter.key);
    return [
      `${adapter.key}: ${adapter.title} (${adapter.publisher}; ${adapter.cadence})`,
      `  ${adapter.landingUrl}`,
      ...own.slice(0, MAX_SHOWN).map((proposal) => `  ${proposalLine(proposal)}`),
    ];
  });
}

/** "proposal 3: edition 2025, as of 2024-01-01, 2,115,737 bytes, fetched 2026-11-29 07:05 UTC: accepted as import 4". */
export function proposalLine({ number, edition, asOf, size, fetchedAt, status, importNumber }: ProposalEntry): string {
  const end = importNumber ? `${status} as import ${importNumber}` : status;
  return (
    `proposal ${number}: edition ${edition}, as of ${asOf}, ${counted(size, "byte")}, ` +
    `fetched ${utcMoment(fetchedAt)}: ${end}`
  );
}

function list(title: string, items: readonly string[]): string[] {
  const rest = items.length - MAX_SHOWN;
  return [
    `  ${title}: ${items.length}`,
    ...items.slice(0, MAX_SHOWN).map((item) => `    ${item}`),
    ...(rest > 0 ? [`    and ${rest} more`] : []),
  ];
}
