import { formatMoment } from "@/lib/shared/dates";
import type { Locale } from "@/lib/shared/i18n";

/** A moment in Los Angeles, on one line, which a narrow column would break in four. */
export function Moment({ locale, at }: { locale: Locale; at: Date }) {
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap">
      {formatMoment(locale, at)}
    </time>
  );
}
