import type { RecordedLicense } from "@/lib/rankings/recorded-license";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** Says that a license has ended that the edition counts as current; else nothing. */
export function LapsedLicense({ locale, license }: { locale: Locale; license: RecordedLicense | null }) {
  if (license?.state !== "lapsed") return null;
  return (
    <p className="mt-1.5 max-w-prose border-l-4 border-warning pl-2 text-sm">
      {getTranslator(locale, "rankings")("lapsedLicense", { date: formatDay(locale, license.on) })}
    </p>
  );
}
