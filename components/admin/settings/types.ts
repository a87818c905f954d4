import type { FooterRole } from "@/lib/settings/disclosures";
import type { SettingKey } from "@/lib/settings/schema";
import type { SettingTexts } from "@/lib/settings/texts";
import type { CrisisLine } from "@/lib/shared/crisis-lines";

export interface SettingFormProps {
  settingKey: SettingKey;
  /** The mark of the state that the form shows. */
  seen: string;
  /** What is saved, by the name of the field. */
  saved: SettingTexts;
  /** The help lines, and the people whom the footer names. */
  lines: { key: CrisisLine["key"]; label: string }[];
  people: { role: FooterRole; name: string }[];
  /** YYYY-MM-DD, offered as the day on which the setting was checked. */
  today: string;
}
