import { formatMoment } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import type { StaffForms } from "@/lib/staff/types";
import { versionOf } from "@/lib/versions/version-mark";

/** What to say of a page whose form shows a version that is brought back; null for other words that wait. */
export function restoredWords(locale: Locale, { kept }: StaffForms) {
  const t = getTranslator(locale, "admin.versions");
  const [version] = Object.values(kept).flatMap((fields) => versionOf(fields) ?? []);
  if (!version) return null;
  const lead = version === "first" ? t("noticeFirst") : t("notice", { moment: formatMoment(locale, version) });
  return { title: t("noticeTitle"), lead, discard: t("discard") };
}
