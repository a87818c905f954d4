import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AdminPage } from "@/components/admin/admin-page";
import { WishForm } from "@/components/admin/inquiries/wish-form";
import { findWished } from "@/lib/desk/admin-queries";
import { inquiryPath } from "@/lib/inquiries/paths";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.withdrawal")("title") };
}

export default async function WithdrawalPage({ params }: PageProps<"/admin/inquiries/[id]/withdrawal">) {
  const staff = await requireStaff("outreach");
  const inquiry = await findWished(staff, (await params).id);
  if (!inquiry) notFound();
  if (!inquiry.hasActiveConsent) redirect(`${inquiryPath(inquiry.id)}?done=already_withdrawn`);
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.withdrawal");
  const erasure = getTranslator(locale, "admin.erasure");
  return (
    <AdminPage locale={locale} forms={await getStaffForms(staff)} title={t("title")}>
      <div className="max-w-prose space-y-4">
        <p className="text-lg">{t("lead", { reference: inquiry.reference })}</p>
        <ul className="grid list-disc gap-2 pl-5">
          <li>{t("stops")}</li>
          <li>{t("stays")}</li>
          {inquiry.contactCount > 0 && <li>{erasure("places", { count: inquiry.contactCount })}</li>}
        </ul>
        <WishForm id={inquiry.id} kind="withdrawal" />
      </div>
    </AdminPage>
  );
}
