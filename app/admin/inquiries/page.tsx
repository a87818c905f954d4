import type { Metadata } from "next";
import { z } from "@/lib/shared/zod";
import { AdminPage } from "@/components/admin/admin-page";
import { DeskFigures } from "@/components/admin/dashboard/desk-figures";
import { InquiryFilter } from "@/components/admin/inquiries/filter";
import { InquirySearch } from "@/components/admin/inquiries/search";
import { InquiryTable } from "@/components/admin/inquiries/table";
import { Pager } from "@/components/admin/pager";
import { getDeskFigures } from "@/lib/desk/admin-queries";
import { listInquiries } from "@/lib/inquiries/admin-queries";
import { INQUIRY_STATUSES } from "@/lib/inquiries/types";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

const tableSchema = z.object({
  status: z.enum([...INQUIRY_STATUSES, "open", "suspected", ""]).catch(""),
  assignee: z.enum(["mine", "nobody", ""]).catch(""),
  overdue: z.enum(["1", ""]).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.inquiry")("title") };
}

export default async function InquiriesPage({ searchParams }: PageProps<"/admin/inquiries">) {
  const staff = await requireStaff("outreach");
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin");
  const { page: wanted, ...shown } = tableSchema.parse(await searchParams);
  const { status, assignee, overdue } = shown;
  const [figures, { rows, total, page, pageCount }] = await Promise.all([
    getDeskFigures(staff),
    listInquiries(staff, {
      status: status || undefined,
      assignee: assignee || undefined,
      overdue: overdue === "1",
      page: wanted,
    }),
  ]);
  return (
    <AdminPage
      locale={locale}
      words={["reference", "placeNumber", "due", "quarantine"]}
      forms={await getStaffForms(staff)}
      title={t("inquiry.title")}
    >
      <DeskFigures locale={locale} figures={figures} />
      <InquirySearch />
      <InquiryFilter locale={locale} status={status} assignee={assignee} overdue={overdue === "1"} />
      <p>{t("table.found", { total })}</p>
      <p className="text-sm text-muted">{t("inquiry.privacy")}</p>
      {total > 0 && <InquiryTable locale={locale} rows={rows} />}
      <Pager locale={locale} path="/admin/inquiries" parameters={shown} page={page} pages={pageCount} />
    </AdminPage>
  );
}
