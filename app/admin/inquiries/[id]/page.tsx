import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/admin/admin-page";
import { InquiryBadge } from "@/components/admin/inquiry-badge";
import { InquiryConsent } from "@/components/admin/inquiry-consent";
import { InquiryPerson } from "@/components/admin/inquiry-person";
import { InquiryStatusForm } from "@/components/admin/inquiry-status-form";
import { viewInquiry } from "@/lib/inquiries/admin-queries";
import { getTranslator } from "@/lib/shared/i18n";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.inquiry")("title") };
}

export default async function InquiryPage({ params }: PageProps<"/admin/inquiries/[id]">) {
  const staff = await requireStaff("outreach");
  const inquiry = await viewInquiry(staff, (await params).id);
  if (!inquiry) notFound();
  const locale = await staffLocale();
  const badge = <InquiryBadge locale={locale} status={inquiry.status} />;
  return (
    <AdminPage locale={locale} title={inquiry.reference} aside={badge}>
      <InquiryPerson locale={locale} inquiry={inquiry} />
      <InquiryConsent locale={locale} consents={inquiry.consents} />
      <InquiryStatusForm id={inquiry.id} version={inquiry.version} status={inquiry.status} />
      <p>
        <a href="/admin/inquiries" className="text-link">
          {getTranslator(locale, "admin.inquiry")("back")}
        </a>
      </p>
    </AdminPage>
  );
}
