import { Badge } from "@/components/ui/badge";
import { attributeLabel } from "@/lib/facts/attribute-labels";
import type { StaffCheck } from "@/lib/listings/types";
import { formatDay, formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { RetractForm } from "./retract-form";

interface StaffCheckEntryProps {
  locale: Locale;
  listingId: string;
  check: StaffCheck;
}

/** A check as it was recorded. A retracted one says when and why; the others can be retracted. */
export function StaffCheckEntry({ locale, listingId, check }: StaffCheckEntryProps) {
  const t = getTranslator(locale, "admin");
  const { id, attribute, value, evidence, asOf, retractedAt, retractedReason } = check;
  const name = attributeLabel(locale, attribute);
  return (
    <>
      <p>
        <span className="font-semibold">{formatDay(locale, asOf)}</span> · {name}: {t(`form.${value}`)}{" "}
        {retractedAt && <Badge tone="warning">{t("facts.retracted")}</Badge>}
      </p>
      <p className="wrap-anywhere whitespace-pre-line text-muted">{evidence}</p>
      {retractedAt ? (
        <p className="wrap-anywhere whitespace-pre-line">
          {t("facts.retractedOn", { moment: formatMoment(locale, retractedAt) })} {retractedReason}
        </p>
      ) : (
        <RetractForm of="fact" listingId={listingId} checkId={id} name={name} />
      )}
    </>
  );
}
