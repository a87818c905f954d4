import type { OutreachContact } from "@/lib/outreach/types";
import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { ReceiptContacts } from "./receipt-contacts";

interface ErasedReceiptProps {
  locale: Locale;
  reference: string;
  erasedAt: Date;
  contacts: OutreachContact[];
}

/** The confirmation on the page, also for people who gave no email. */
export function ErasedReceipt({ locale, reference, erasedAt, contacts }: ErasedReceiptProps) {
  const t = getTranslator(locale, "receipt.erased");
  return (
    <div className="max-w-prose space-y-4">
      <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
      <p className="text-lg">{t("lead", { reference, moment: formatMoment(locale, erasedAt) })}</p>
      <p>{t("left")}</p>
      <p>{t("mail")}</p>
      <p>{t("history")}</p>
      {contacts.length > 0 && <ReceiptContacts locale={locale} contacts={contacts} />}
      <p>
        <a href={localizedPath(locale, "/help-now")} className="text-link inline-flex min-h-11 items-center">
          {t("help")}
        </a>
      </p>
    </div>
  );
}
