import "server-only";
import { isInForce } from "@/lib/facts/license";
import { isOwnLicense } from "@/lib/facts/select";
import type { Prisma } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import { claimsResidential, ofCoveringClass, subjectOf } from "./authorization";
import { recordedLicense, type RecordedLicense } from "./recorded-license";
import type { FrozenRecord, RankingInput, RankingMethod } from "./schema";

/** What a ranking reads of a place's own licenses. */
export const licenseMatches = {
  where: isOwnLicense,
  select: {
    license: {
      select: {
        number: true,
        settingCode: true,
        isLicensed: true,
        isCertified: true,
        expiresOn: true,
        sourceEdition: { select: { asOf: true, asOfPrecision: true } },
      },
    },
  },
} as const satisfies Prisma.Listing$licenseMatchesArgs;

type MatchRow = Prisma.LicenseMatchGetPayload<{ select: (typeof licenseMatches)["select"] }>;

/** @param day YYYY-MM-DD on which it is judged: the day of the list that states it, when left out */
export function toLicense(
  row: MatchRow["license"],
  day = toIsoDate(row.sourceEdition.asOf),
): RankingInput["licenses"][number] {
  const expiresOn = row.expiresOn && toIsoDate(row.expiresOn);
  const current = isInForce({ ...row, expiresOn }, day);
  const { asOf, asOfPrecision } = row.sourceEdition;
  return { number: row.number, class: row.settingCode, expiresOn, current, asOf: toIsoDate(asOf), asOfPrecision };
}

/**
 * Of the licenses whose class covers what the edition ranked the place as.
 * @param day YYYY-MM-DD on which the recorded licenses are judged
 */
export function toRecordedLicense(
  { gates }: RankingMethod,
  { input }: FrozenRecord,
  { licenseMatches }: { licenseMatches: readonly MatchRow[] },
  day: string,
): RecordedLicense | null {
  const recorded = licenseMatches.map(({ license }) => toLicense(license, day));
  const covering = (licenses: RankingInput["licenses"]) => ofCoveringClass(gates.authorized, input.kind, licenses);
  return recordedLicense(covering(input.licenses), covering(recorded), day);
}

export function toClaimsResidential(method: RankingMethod, { input, stateListAsOf }: FrozenRecord): boolean {
  return claimsResidential(method, subjectOf(input, stateListAsOf));
}
