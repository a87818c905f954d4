import type { SettingValue } from "@/lib/settings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { TeamContact } from "./team-contact";

interface ContactIntroductionProps {
  locale: Locale;
  teamContact: SettingValue<"teamContact">;
}

/** The owner's words, our email, and who to call when it cannot wait. */
export function ContactIntroduction({ locale, teamContact }: ContactIntroductionProps) {
  const t = getTranslator(locale, "contact");
  return (
    <div className="mb-8 max-w-prose space-y-4">
      <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
      <p className="text-lg">{t("lead")}</p>
      <TeamContact locale={locale} email={teamContact.email} phone={teamContact.phone} />
      {!teamContact.email && <p>{t("noTeamEmail")}</p>}
      <p className="border-l-4 border-danger pl-4 font-medium">{t("emergency")}</p>
    </div>
  );
}
