import type { SettingValue } from "@/lib/settings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { TeamContact } from "./team-contact";

interface WithoutConsentProps {
  locale: Locale;
  teamContact: SettingValue<"teamContact">;
}

/** The way for who only has a question, or gives no permission: nobody has to tick the box to reach us. */
export function WithoutConsent({ locale, teamContact: { email, phone } }: WithoutConsentProps) {
  if (!email && !phone) return null;
  return (
    <div className="grid gap-1 text-sm">
      <p>{getTranslator(locale, "contact")("withoutForm")}</p>
      <TeamContact locale={locale} email={email} phone={phone} />
    </div>
  );
}
