import type { Metadata } from "next";
import { z } from "@/lib/shared/zod";
import { AdminPage } from "@/components/admin/admin-page";
import { InquiryFilter } from "@/components/admin/inquiry-filter";
import { InquiryTable } from "@/components/admin/inquiry-table";
import { Pager } from "@/components/admin/pager";
import { listInquiries } from "@/lib/inquiries/admin-queries";
import { INQUIRY_STATUSES } from "@/lib/inquiries/types";
import { getTranslator } from "@/lib/shared/i18n";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

const tableSchema = z.object({
  status: z.enum([...INQUIRY_STATUSES, "suspected", ""]).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.inquiry")("title") };
}

export default async function InquiriesPage({ searchParams }: PageProps<"/admin/inquiries">) {
  const staff = await requireStaff("outreach");
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin");
  const { status, page: wanted } = tableSchema.parse(await searchParams);
  const { rows, total, page, pageCount } = await listInquiries(staff, { status: status || undefined, page: wanted });
  return (
    <AdminPage locale={locale} title={t("inquiry.title")}>
      <InquiryFilter locale={locale} status={status} />
      <p>{t("table.found", { total })}</p>
      <p className="text-sm text-muted">{t("inquiry.privacy")}</p>
      {total > 0 && <InquiryTable locale={locale} rows={rows} />}
      <Pager locale={locale} path="/admin/inquiries" parameters={{ status }} page={page} pages={pageCount} />
    </AdminPage>
  );
}
