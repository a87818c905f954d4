import { TeamContact } from "@/components/inquiries/team-contact";
import { contactPath } from "@/lib/inquiries/paths";
import { RECEIPT_DAYS } from "@/lib/receipts/expiry";
import type { SettingValue } from "@/lib/settings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface MissingReceiptProps {
  locale: Locale;
  reason: "missing" | "expired";
  teamContact: SettingValue<"teamContact">;
}

/** A link that opens no receipt, and how to reach the team instead. */
export function MissingReceipt({ locale, reason, teamContact }: MissingReceiptProps) {
  const t = getTranslator(locale, "receipt");
  return (
    <div className="max-w-prose space-y-4">
      <h1 className="text-3xl sm:text-4xl">{t(`${reason}.title`)}</h1>
      <p className="text-lg">{t(`${reason}.lead`, { days: RECEIPT_DAYS })}</p>
      <p>{t("reach")}</p>
      <TeamContact locale={locale} {...teamContact} />
      <p>
        <a href={contactPath(locale)} className="text-link inline-flex min-h-11 items-center">
          {t("contact")}
        </a>
      </p>
      <p className="font-semibold">{t("danger")}</p>
    </div>
  );
}
