import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { getSettings } from "@/lib/settings/queries";
import { SETTING_KEYS } from "@/lib/settings/schema";
import { isStated } from "@/lib/settings/texts";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.settings")("title") };
}

export default async function SettingsPage({ searchParams }: PageProps<"/admin/settings">) {
  const staff = await requireStaff("admin");
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.settings");
  const settings = await getSettings();
  return (
    <AdminPage locale={locale} forms={await getStaffForms(staff)} title={t("title")} done={(await searchParams).done}>
      <p className="text-muted">{t("lead")}</p>
      <ul className="space-y-2">
        {SETTING_KEYS.map((key) => (
          <li key={key}>
            <a href={`/admin/settings/${key}`} className="text-link inline-flex min-h-11 items-center font-semibold">
              {t(`keys.${key}`)}
            </a>{" "}
            <span className="text-muted">
              {isStated(settings, key)
                ? t("checked", { date: formatDay(locale, settings[key].checkedOn) })
                : t("notStated")}
            </span>
          </li>
        ))}
      </ul>
    </AdminPage>
  );
}
