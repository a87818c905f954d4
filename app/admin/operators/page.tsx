import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { OperatorFilter } from "@/components/admin/operators/filter";
import { OperatorTable } from "@/components/admin/operators/table";
import { Pager } from "@/components/admin/pager";
import { listOperators } from "@/lib/operators/admin-queries";
import { operatorTableSchema } from "@/lib/operators/schema";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.operator")("title") };
}

export default async function OperatorsPage({ searchParams }: PageProps<"/admin/operators">) {
  const staff = await requireStaff("editor");
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin");
  const asked = await searchParams;
  const table = operatorTableSchema.parse(asked);
  const { rows, total, page, pages } = await listOperators(staff, table);
  return (
    <AdminPage
      locale={locale}
      words={["operator"]}
      forms={await getStaffForms(staff)}
      title={t("operator.title")}
      done={asked.done}
    >
      <p className="max-w-prose text-muted">{t("operator.lead")}</p>
      <OperatorFilter locale={locale} table={table} />
      <p>{t("table.found", { total })}</p>
      {total > 0 && <OperatorTable locale={locale} rows={rows} />}
      <Pager locale={locale} path="/admin/operators" parameters={table} page={page} pages={pages} />
    </AdminPage>
  );
}
