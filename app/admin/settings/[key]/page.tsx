import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/admin/admin-page";
import { SettingForm } from "@/components/admin/settings/form";
import { settingValues } from "@/components/admin/settings/values";
import { VersionsLink } from "@/components/admin/versions/versions-link";
import { getSettings } from "@/lib/settings/queries";
import { SETTING_KEYS } from "@/lib/settings/schema";
import { today } from "@/lib/shared/dates";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.settings")("title") };
}

export default async function SettingPage({ params, searchParams }: PageProps<"/admin/settings/[key]">) {
  const staff = await requireStaff("admin");
  const wanted = (await params).key;
  const key = SETTING_KEYS.find((each) => each === wanted);
  if (!key) notFound();
  const locale = await staffLocale();
  const settings = await getSettings();
  return (
    <AdminPage
      locale={locale}
      forms={await getStaffForms(staff, (await searchParams).words)}
      done={(await searchParams).done}
      title={getTranslator(locale, "admin.settings.keys")(key)}
      aside={<VersionsLink locale={locale} of={{ noun: "setting", id: key }} />}
    >
      <SettingForm {...settingValues(locale, settings, key)} today={today()} />
    </AdminPage>
  );
}
