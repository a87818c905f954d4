import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { NewListingForm } from "@/components/admin/listings/new-listing-form";
import { listAreas } from "@/lib/listing-table/admin-queries";
import { getTranslator, messagesOf } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.listingTable")("new") };
}

export default async function NewListingPage({ searchParams }: PageProps<"/admin/listings/new">) {
  const staff = await requireStaff("editor");
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.listingTable");
  const states = new Set((await listAreas(staff)).map(({ state }) => state));
  const [only = ""] = states.size === 1 ? states : [];
  return (
    <AdminPage
      locale={locale}
      forms={await getStaffForms(staff, (await searchParams).words)}
      done={(await searchParams).done}
      title={t("new")}
    >
      <p className="max-w-prose text-muted">{t("newLead")}</p>
      <NewListingForm state={only} kinds={messagesOf(locale).listings.kind} />
    </AdminPage>
  );
}
