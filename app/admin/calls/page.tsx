import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { CallsToDecide, OwnCalls } from "@/components/admin/calls/proposed";
import { countProposedCalls, listOwnCalls, listProposedCalls } from "@/lib/calls/admin-queries";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { mayAct } from "@/lib/staff/roles";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.calls")("title") };
}

export default async function CallsPage({ searchParams }: PageProps<"/admin/calls">) {
  const staff = await requireStaff();
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.calls");
  const decides = mayAct(staff.role, "editor");
  const calls = mayAct(staff.role, "outreach");
  const [total, waiting, own] = await Promise.all([
    decides ? countProposedCalls(staff) : 0,
    decides ? listProposedCalls(staff) : [],
    calls ? listOwnCalls(staff) : [],
  ]);
  return (
    <AdminPage
      locale={locale}
      forms={await getStaffForms(staff)}
      title={t("title")}
      words={["check"]}
      done={(await searchParams).done}
    >
      <p className="max-w-prose text-muted">{t("lead")}</p>
      {decides && <CallsToDecide locale={locale} total={total} calls={waiting} />}
      {calls && <OwnCalls locale={locale} calls={own} />}
    </AdminPage>
  );
}
