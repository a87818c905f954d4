import type { SettingKey, Settings } from "@/lib/settings/schema";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import type { SettingValues } from "./form";

/** A setting as the words of its form. */
export function settingValues(locale: Locale, settings: Settings, key: SettingKey): SettingValues {
  if (key === "crisisNumbers") {
    const label = getTranslator(locale, "site.crisis");
    const lines = settings.crisisNumbers.value.map((line) => ({
      ...line,
      label: label(line.key),
      tty: line.tty ?? "",
    }));
    return { key, lines };
  }
  if (key === "teamContact") {
    const { email, phone, answersWithin } = settings.teamContact.value;
    return { key, email: email ?? "", phone: phone ?? "", answersWithin: answersWithin ?? "" };
  }
  return { key, ...settings.footerCredits.value };
}
