import { Notice } from "@/components/ui/notice";
import { consentState } from "@/lib/consents/consent-state";
import type { Receipt, ReceiptOutcome } from "@/lib/receipts/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { ReceiptButtons } from "./receipt-buttons";
import { ReceiptContacts } from "./receipt-contacts";
import { ReceiptNeeds } from "./receipt-needs";
import { ReceiptConsent } from "./receipt-consent";

interface ReceiptViewProps {
  locale: Locale;
  receipt: Receipt;
  token: string;
  /** The result of the button that was pressed last. */
  outcome: ReceiptOutcome | undefined;
}

const TONE = {
  withdrawn: "success",
  already_withdrawn: "info",
  narrowed: "success",
  not_narrowed: "info",
  none_chosen: "warning",
  erased: "info",
  unavailable: "danger",
} as const;

/** Everything that was agreed and done, in plain words, and the buttons that stop it. */
export function ReceiptView({ locale, receipt, token, outcome }: ReceiptViewProps) {
  const t = getTranslator(locale, "receipt");
  const { reference, status, createdAt, expiresAt, needs, consents, contacts } = receipt;
  const [consent] = consents;
  return (
    <div className="max-w-prose space-y-8">
      <header className="space-y-3">
        <h1 className="text-3xl sm:text-4xl">{t("heading")}</h1>
        <p>
          {t("reference")} <strong className="tabular">{reference}</strong> ·{" "}
          {t("received", { moment: formatMoment(locale, createdAt) })}
        </p>
        {/* The inquiry is open: when the URL says that it was erased, somebody wrote that URL. */}
        {outcome && outcome !== "erased" && <Notice tone={TONE[outcome]}>{t(`done.${outcome}`)}</Notice>}
        <p className="text-lg">{t(`status.${status}`)}</p>
      </header>
      <ReceiptConsent locale={locale} consents={consents} />
      <ReceiptNeeds locale={locale} needs={needs} />
      <ReceiptContacts locale={locale} contacts={contacts} />
      <ReceiptButtons locale={locale} token={token} isActive={consent ? consentState(consent) === "active" : false} />
      <p className="border-t border-line pt-4 text-sm text-muted">
        {t("private", { moment: formatMoment(locale, expiresAt) })}
      </p>
    </div>
  );
}
