import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/admin/admin-page";
import { BulkResult } from "@/components/admin/listings/bulk-result";
import { getBulk } from "@/lib/listing-table/admin-queries";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.bulk")("resultTitle") };
}

export default async function BulkResultPage({ params, searchParams }: PageProps<"/admin/listings/bulk/[id]">) {
  const staff = await requireStaff("editor");
  const result = await getBulk(staff, (await params).id);
  if (!result) notFound();
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.bulk");
  return (
    <AdminPage
      locale={locale}
      forms={await getStaffForms(staff)}
      title={t("resultTitle")}
      done={(await searchParams).done}
    >
      <BulkResult locale={locale} result={result} />
      <p>
        <a href="/admin/listings" className="text-link inline-flex min-h-11 items-center">
          {t("back")}
        </a>
      </p>
    </AdminPage>
  );
}
