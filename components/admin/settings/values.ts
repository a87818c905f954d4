import { FOOTER_ROLES } from "@/lib/settings/disclosures";
import { markOf } from "@/lib/settings/mark";
import type { SettingKey, Settings } from "@/lib/settings/schema";
import { textsOfSetting } from "@/lib/settings/texts";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import type { SettingFormProps } from "./types";

/** What the form of a setting needs. */
export function settingValues(locale: Locale, settings: Settings, key: SettingKey): Omit<SettingFormProps, "today"> {
  const label = getTranslator(locale, "site.crisis");
  return {
    settingKey: key,
    seen: markOf(settings[key]),
    saved: textsOfSetting(settings, key),
    lines: settings.crisisNumbers.value.map((line) => ({ key: line.key, label: label(line.key) })),
    people: FOOTER_ROLES.map((role) => ({ role, name: settings.footerCredits.value[role] })),
  };
}
