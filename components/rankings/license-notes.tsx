import type { RankedMember } from "@/lib/rankings/types";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface LicenseNotesProps {
  locale: Locale;
  member: Pick<RankedMember, "license" | "claimsResidential">;
}

/** That a license has ended which the edition counts as current, and that there is none for people to live there. */
export function LicenseNotes({ locale, member: { license, claimsResidential } }: LicenseNotesProps) {
  const t = getTranslator(locale, "rankings");
  const notes = [
    license?.state === "lapsed" && t("lapsedLicense", { date: formatDay(locale, license.on) }),
    claimsResidential && t("residentialClaim"),
  ].filter((note) => note !== false);
  return notes.map((note) => (
    <p key={note} className="mt-1.5 max-w-prose border-l-4 border-warning pl-2 text-sm">
      {note}
    </p>
  ));
}
