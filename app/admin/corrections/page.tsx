import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { CorrectionFilter } from "@/components/admin/corrections/filter";
import { CorrectionTable } from "@/components/admin/corrections/table";
import { Pager } from "@/components/admin/pager";
import { listCorrections } from "@/lib/corrections/admin-queries";
import { correctionTableSchema } from "@/lib/corrections/schema";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.correction")("title") };
}

export default async function CorrectionsPage({ searchParams }: PageProps<"/admin/corrections">) {
  const staff = await requireStaff("editor");
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin");
  const table = correctionTableSchema.parse(await searchParams);
  const { rows, total, page, pageCount } = await listCorrections(staff, table);
  const { status } = table;
  return (
    <AdminPage locale={locale} forms={await getStaffForms(staff)} title={t("correction.title")}>
      <CorrectionFilter locale={locale} status={status} />
      <p>{t("table.found", { total })}</p>
      <p className="text-sm text-muted">{t("correction.privacy")}</p>
      {total > 0 && <CorrectionTable locale={locale} rows={rows} />}
      <Pager locale={locale} path="/admin/corrections" parameters={{ status }} page={page} pages={pageCount} />
    </AdminPage>
  );
}
