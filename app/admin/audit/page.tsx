import type { Metadata } from "next";
import { z } from "@/lib/shared/zod";
import { AdminPage } from "@/components/admin/admin-page";
import { AuditFilter } from "@/components/admin/audit/filter";
import { AuditTable } from "@/components/admin/audit/table";
import { Pager } from "@/components/admin/pager";
import { listAuditEvents } from "@/lib/staff/admin-queries";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

const tableSchema = z.object({
  subjectType: z.string().max(40).catch(""),
  subjectId: z
    .string()
    .regex(/^[\w-]{0,80}$/)
    .catch(""),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.audit")("title") };
}

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const staff = await requireStaff("admin");
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin");
  const table = tableSchema.parse(await searchParams);
  const { rows, total, page, pages } = await listAuditEvents(staff, table);
  return (
    <AdminPage locale={locale} forms={await getStaffForms(staff)} title={t("audit.title")}>
      <p className="text-muted">{t("audit.lead")}</p>
      <AuditFilter locale={locale} subjectType={table.subjectType} />
      <p>{t("table.found", { total })}</p>
      {total > 0 && <AuditTable locale={locale} rows={rows} />}
      <Pager locale={locale} path="/admin/audit" parameters={table} page={page} pages={pages} />
    </AdminPage>
  );
}
