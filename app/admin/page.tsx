import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { DashboardCards } from "@/components/admin/dashboard/cards";
import { DayWork } from "@/components/admin/dashboard/day-work";
import { Drafts } from "@/components/admin/dashboard/drafts";
import { FirstDay } from "@/components/admin/dashboard/first-day";
import { JournalNotice } from "@/components/admin/journal-notice";
import { TriesNotice } from "@/components/admin/people/tries-notice";
import { getTranslator } from "@/lib/shared/i18n";
import { getDashboard, listDayWork, listDrafts } from "@/lib/desk/admin-queries";
import { listFirstDay } from "@/lib/desk/queries";
import { findJournalTrouble } from "@/lib/replays/admin-queries";
import { findFailedTries, getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { mayAct } from "@/lib/staff/roles";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.dashboard")("title") };
}

export default async function DashboardPage({ searchParams }: PageProps<"/admin">) {
  const staff = await requireStaff();
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.dashboard");
  const [tries, journal, tasks, drafts, firstDay] = await Promise.all([
    findFailedTries(staff),
    findJournalTrouble(staff),
    listDayWork(staff),
    listDrafts(staff),
    mayAct(staff.role, "admin") ? listFirstDay(staff) : null,
  ]);
  return (
    <AdminPage locale={locale} forms={await getStaffForms(staff)} title={t("title")} done={(await searchParams).done}>
      {tries && <TriesNotice locale={locale} tries={tries} />}
      {journal && <JournalNotice locale={locale} trouble={journal} />}
      <DayWork locale={locale} tasks={tasks} />
      <Drafts locale={locale} drafts={drafts} />
      {firstDay && <FirstDay locale={locale} items={firstDay} />}
      <DashboardCards locale={locale} figures={await getDashboard(staff)} role={staff.role} />
    </AdminPage>
  );
}
