import { listingTitle } from "@/components/listings/listing-name";
import { Button } from "@/components/ui/button";
import { endInterestAction } from "@/lib/interests/actions";
import type { OpenInterest } from "@/lib/interests/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { StaffForm } from "../staff-forms";

interface InterestListProps {
  locale: Locale;
  interests: OpenInterest[];
  /** An administrator sees whose they are, and may end them. */
  mayEnd?: boolean;
}

/** Declared conflicts of interest that are open. */
export function InterestList({ locale, interests, mayEnd = false }: InterestListProps) {
  const t = getTranslator(locale, "admin.interest");
  if (interests.length === 0) return <p>{t("none")}</p>;
  return (
    <ul className="grid gap-2">
      {interests.map(({ id, staffName, isOwn, listing, operatorName, reason, declaredAt }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 border-l-2 border-line pl-3">
          <span>
            {mayEnd && <strong>{staffName}: </strong>}
            {listingTitle(locale, listing)}
            {operatorName && `, ${t("all", { operator: operatorName })}`} – {t(`reasons.${reason}`)}{" "}
            <span className="text-sm text-muted">({t("since", { moment: formatMoment(locale, declaredAt) })})</span>
          </span>
          {mayEnd && isOwn && <span className="text-sm text-muted">{t("endedByAnother")}</span>}
          {mayEnd && !isOwn && (
            <StaffForm name={`end ${id}`} action={endInterestAction}>
              <input type="hidden" name="id" value={id} />
              <Button look="quiet">{t("end")}</Button>
            </StaffForm>
          )}
        </li>
      ))}
    </ul>
  );
}
