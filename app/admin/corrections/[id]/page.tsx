import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/admin/admin-page";
import { CorrectionBadge } from "@/components/admin/corrections/badge";
import { CorrectionDecision } from "@/components/admin/corrections/decision";
import { CorrectionWords } from "@/components/admin/corrections/words";
import { CorrectedListing } from "@/components/admin/corrections/corrected-listing";
import { Notice } from "@/components/ui/notice";
import { viewCorrection } from "@/lib/corrections/admin-queries";
import { hasInterest } from "@/lib/interests/queries";
import { getListing } from "@/lib/listings/admin-queries";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.correction")("title") };
}

export default async function CorrectionPage({ params, searchParams }: PageProps<"/admin/corrections/[id]">) {
  const staff = await requireStaff("editor");
  const correction = await viewCorrection(staff, (await params).id);
  if (!correction) notFound();
  const listing = await getListing(staff, correction.listing.id);
  const interested = await hasInterest(staff.staffId, correction.listing.id);
  const locale = await staffLocale();
  return (
    <AdminPage
      locale={locale}
      forms={await getStaffForms(staff)}
      title={correction.reference}
      done={(await searchParams).done}
      aside={<CorrectionBadge locale={locale} status={correction.status} />}
    >
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <CorrectionWords locale={locale} correction={correction} />
        {listing && <CorrectedListing locale={locale} listing={listing} />}
      </div>
      {interested ? (
        <Notice tone="warning">{getTranslator(locale, "admin.correction")("interested")}</Notice>
      ) : (
        <CorrectionDecision key={correction.version} {...correction} />
      )}
      <p>
        <a href="/admin/corrections" className="text-link">
          {getTranslator(locale, "admin.correction")("back")}
        </a>
      </p>
    </AdminPage>
  );
}
