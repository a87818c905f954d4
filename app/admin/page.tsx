import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { DashboardCards } from "@/components/admin/dashboard/cards";
import { getTranslator } from "@/lib/shared/i18n";
import { getDashboard } from "@/lib/desk/admin-queries";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.dashboard")("title") };
}

export default async function DashboardPage() {
  const staff = await requireStaff();
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.dashboard");
  return (
    <AdminPage locale={locale} forms={await getStaffForms(staff)} title={t("title")}>
      <DashboardCards locale={locale} figures={await getDashboard(staff)} role={staff.role} />
    </AdminPage>
  );
}
