import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { Pager } from "@/components/admin/pager";
import { ReCheckFilter } from "@/components/admin/re-checks/filter";
import { ReCheckTable } from "@/components/admin/re-checks/table";
import { listReChecks } from "@/lib/desk/queries";
import { reCheckTableSchema } from "@/lib/desk/schema";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { mayAct } from "@/lib/staff/roles";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.reCheck")("title") };
}

export default async function ReChecksPage({ searchParams }: PageProps<"/admin/re-checks">) {
  const staff = await requireStaff();
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin");
  const { done, ...asked } = await searchParams;
  const { reason, page: wanted } = reCheckTableSchema.parse(asked);
  const { rows, total, page, pages } = await listReChecks(staff, { reason: reason || null, page: wanted });
  return (
    <AdminPage
      locale={locale}
      forms={await getStaffForms(staff)}
      title={t("reCheck.title")}
      words={["leftOut", "match", "check"]}
      done={done}
    >
      <p className="max-w-prose text-muted">{t("reCheck.lead")}</p>
      <ReCheckFilter locale={locale} reason={reason} />
      <p>{t("table.found", { total })}</p>
      {total > 0 && <ReCheckTable locale={locale} rows={rows} mayEdit={mayAct(staff.role, "editor")} />}
      <Pager locale={locale} path="/admin/re-checks" parameters={{ reason }} page={page} pages={pages} />
    </AdminPage>
  );
}
