import { ImportFailure } from "@/lib/sources/failure";
import type { FederalSite } from "@/lib/sources/federal";
import type { Reading, RefusedRow } from "@/lib/sources/rows";
import { counted } from "@/lib/shared/counted";
import type { Fewer, ImportRequest } from "./types";

/** How many rows a refusal names: enough to see what is wrong with all of them. */
const SHOWN = 5;

/**
 * A file without usable rows is no edition: it would only say that every place is gone.
 * @throws ImportFailure that says why no row is left
 */
export function refuseWithoutRows({ file, county }: ImportRequest, reading: Reading<unknown>): void {
  const { total, rows, refused, skipped } = reading;
  if (rows.length > 0) return;
  if (total === 0) throw new ImportFailure(`${file} has no rows, only a header. Download it again.`);
  const others = skipped.mental_health + skipped.other_county;
  if (refused.length === 0)
    throw new ImportFailure(
      `${file} has no rows of ${county ? `${county} County` : "this source"}: ${others} are of others. ` +
        "Check --county and the file.",
    );
  throw new ImportFailure(
    `${file} has no rows that can be imported: ${refused.length} are refused.${firstRefused(refused)}`,
  );
}

function firstRefused(refused: readonly RefusedRow[]): string {
  const first = refused.slice(0, SHOWN).map(({ line, reason }) => `\n  line ${line}: ${reason}`);
  return first.join("") + (refused.length > SHOWN ? `\n  and ${refused.length - SHOWN} more` : "");
}

/** @throws ImportFailure when the whole directory would be published with nothing known of any place */
export function refuseWithoutCodes({ file }: ImportRequest, sites: readonly FederalSite[]): void {
  if (sites.some(({ answers }) => answers.yes.length > 0)) return;
  const codes = [...new Set(sites.flatMap(({ answers }) => answers.unrecognised))].slice(0, SHOWN).join(", ");
  throw new ImportFailure(
    `No row of ${file} has a code we know in service_code_info; it has ${codes || "none"}. ` +
      "Check --source, or take the file as it was published.",
  );
}

/** When a file has over a tenth fewer places than before, it was more often cut off than it is true. */
export function fewerListings(before: { edition: string; places: number } | null, now: number): Fewer | null {
  return before && (before.places - now) * 10 > before.places ? { ...before, now } : null;
}

/** @throws ImportFailure when many places would go and nobody confirmed it; refused rows may be the reason */
export function refuseFewer(
  { confirm, dryRun }: ImportRequest,
  fewer: Fewer | null,
  refused: readonly RefusedRow[],
): void {
  if (!fewer || confirm || dryRun) return;
  const why = refused.length > 0 ? ` Rows that are refused: ${refused.length}.${firstRefused(refused)}` : "";
  throw new ImportFailure(fewerWords(fewer) + why);
}

export function fewerWords({ edition, places, now }: Fewer): string {
  const count = (number: number) => number.toLocaleString("en-US");
  return (
    `This file names ${counted(now, "place")}, and edition ${edition} before it named ${count(places)}: over a tenth fewer. ` +
    "If the file is whole, import it with --confirm. If not, download it again."
  );
}
