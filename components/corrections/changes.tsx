import type { CorrectionChange } from "@/lib/corrections/types";
import { attributeLabel } from "@/lib/facts/attribute-labels";
import type { ListingKind } from "@/lib/facts/kind";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { phoneAsWritten } from "@/lib/shared/phone-as-written";

/** What accepting a correction changed, each as it was and as it is. */
export function Changes({ locale, changes }: { locale: Locale; changes: readonly CorrectionChange[] }) {
  const t = getTranslator(locale, "corrections.log");
  return (
    <ul className="space-y-1">
      {changes.map((change) => (
        <li key={JSON.stringify(change)} className="wrap-anywhere">
          <span className="font-semibold">{nameOf(locale, change)}</span>:{" "}
          {change.was !== null && (
            <>
              <span className="sr-only">{t("was")} </span>
              <s className="text-muted">{valueOf(locale, change, change.was)}</s> <span aria-hidden="true">→</span>{" "}
            </>
          )}
          {change.is === null ? (
            t("changed")
          ) : (
            <>
              <span className="sr-only">{t("now")} </span>
              <ins className="no-underline">{valueOf(locale, change, change.is)}</ins>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function nameOf(locale: Locale, change: CorrectionChange): string {
  if (change.of === "fact") return attributeLabel(locale, change.name);
  return getTranslator(locale, "corrections.log.fields")(change.name);
}

function valueOf(locale: Locale, change: CorrectionChange, value: string): string {
  if (change.of === "fact") return getTranslator(locale, "facts")(value === change.is ? change.is : change.was);
  if (value === "") return getTranslator(locale, "corrections.log")("empty");
  switch (change.name) {
    case "kind":
      return getTranslator(locale, "listings.kind")(value as ListingKind);
    case "phone":
      return phoneAsWritten(value);
    case "intakePhones":
      return value.split("\n").map(phoneAsWritten).join(", ");
    case "closedOn":
      return formatDay(locale, value);
    default:
      return value;
  }
}
