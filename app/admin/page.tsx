import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { DashboardCards } from "@/components/admin/dashboard/cards";
import { JournalNotice } from "@/components/admin/journal-notice";
import { TriesNotice } from "@/components/admin/people/tries-notice";
import { getTranslator } from "@/lib/shared/i18n";
import { getDashboard } from "@/lib/desk/admin-queries";
import { findJournalTrouble } from "@/lib/replays/admin-queries";
import { findFailedTries, getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.dashboard")("title") };
}

export default async function DashboardPage() {
  const staff = await requireStaff();
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.dashboard");
  const [tries, journal] = await Promise.all([findFailedTries(staff), findJournalTrouble(staff)]);
  return (
    <AdminPage locale={locale} forms={await getStaffForms(staff)} title={t("title")}>
      {tries && <TriesNotice locale={locale} tries={tries} />}
      {journal && <JournalNotice locale={locale} trouble={journal} />}
      <DashboardCards locale={locale} figures={await getDashboard(staff)} role={staff.role} />
    </AdminPage>
  );
}
