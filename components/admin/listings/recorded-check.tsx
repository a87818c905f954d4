import { Badge } from "@/components/ui/badge";
import type { StaffCheck } from "@/lib/listings/types";
import { formatDay, formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { RetractForm } from "./retract-form";

interface RecordedCheckProps {
  locale: Locale;
  /** A check of a fact, or an answer about getting in. */
  of: "fact" | "admission";
  listingId: string;
  check: Pick<StaffCheck, "id" | "evidence" | "asOf" | "retractedAt" | "retractedReason">;
  /** What was checked: it names the form that retracts it. */
  name: string;
  /** The name with its answer, where the name has none. */
  said?: string;
}

/** A check as it was recorded. A retracted one says when and why; the others can be retracted. */
export function RecordedCheck({ locale, of, listingId, check, name, said = name }: RecordedCheckProps) {
  const t = getTranslator(locale, "admin.facts");
  const { id, evidence, asOf, retractedAt, retractedReason } = check;
  return (
    <>
      <p>
        <span className="font-semibold">{formatDay(locale, asOf)}</span> · {said}{" "}
        {retractedAt && <Badge tone="warning">{t("retracted")}</Badge>}
      </p>
      <p className="wrap-anywhere whitespace-pre-line text-muted">{evidence}</p>
      {retractedAt ? (
        <p className="wrap-anywhere whitespace-pre-line">
          {t("retractedOn", { moment: formatMoment(locale, retractedAt) })} {retractedReason}
        </p>
      ) : (
        <RetractForm of={of} listingId={listingId} checkId={id} name={name} />
      )}
    </>
  );
}
