import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/admin/admin-page";
import { OpenReports } from "@/components/admin/corrections/open-reports";
import { AdmissionPanel } from "@/components/admin/listings/admission-panel";
import { FactPanel } from "@/components/admin/listings/fact-panel";
import { LicenseList } from "@/components/admin/listings/license-list";
import { SharedLicenses } from "@/components/admin/listings/shared-licenses";
import { ListingForm } from "@/components/admin/listings/form";
import { ListingStatus } from "@/components/admin/listings/status";
import { StatusBadge } from "@/components/admin/status-badge";
import { UndoLast } from "@/components/admin/undos/undo-last";
import { VersionsLink } from "@/components/admin/versions/versions-link";
import { Notice } from "@/components/ui/notice";
import { listOpenReports } from "@/lib/corrections/admin-queries";
import { fullTitle } from "@/lib/facts/listing-title";
import { hasInterest } from "@/lib/interests/queries";
import { getListing } from "@/lib/listings/admin-queries";
import { getTranslator, messagesOf } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";
import { findUndoable } from "@/lib/undos/admin-queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.listing")("title") };
}

export default async function ListingEditorPage({ params, searchParams }: PageProps<"/admin/listings/[id]">) {
  const staff = await requireStaff("editor");
  const listing = await getListing(staff, (await params).id);
  if (!listing) notFound();
  const locale = await staffLocale();
  const { id, version, status, values } = listing;
  const interested = await hasInterest(staff.staffId, id);
  return (
    <AdminPage
      locale={locale}
      words={["check", "match", "exemption", "leftOut"]}
      forms={await getStaffForms(staff, (await searchParams).words)}
      title={fullTitle(values)}
      done={(await searchParams).done}
      aside={
        <>
          <VersionsLink locale={locale} of={{ noun: "listing", id }} />
          <StatusBadge locale={locale} status={status} />
        </>
      }
    >
      <UndoLast locale={locale} undoable={await findUndoable(staff, "listing", id)} />
      <OpenReports locale={locale} reports={await listOpenReports(staff, id)} />
      {interested ? (
        <Notice tone="warning">{getTranslator(locale, "admin.interest")("notice")}</Notice>
      ) : (
        <>
          <ListingStatus locale={locale} listing={listing} />
          <ListingForm id={id} version={version} values={values} kinds={messagesOf(locale).listings.kind} />
          <FactPanel locale={locale} listing={listing} />
          <AdmissionPanel locale={locale} listing={listing} />
        </>
      )}
      <LicenseList locale={locale} licenses={listing.licenses} />
      <SharedLicenses locale={locale} listing={listing} canNote={!interested} />
    </AdminPage>
  );
}
