import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { ListingFilter } from "@/components/admin/listings/filter";
import { ListingTable } from "@/components/admin/listings/table";
import { Pager } from "@/components/admin/pager";
import { listListings } from "@/lib/listings/admin-queries";
import { listingTableSchema } from "@/lib/listings/schema";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.listing")("title") };
}

export default async function ListingsPage({ searchParams }: PageProps<"/admin/listings">) {
  const staff = await requireStaff("editor");
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin");
  const table = listingTableSchema.parse(await searchParams);
  const { rows, total, page, pages } = await listListings(staff, table);
  return (
    <AdminPage
      locale={locale}
      words={["leftOut", "check"]}
      forms={await getStaffForms(staff)}
      title={t("listing.title")}
    >
      <ListingFilter locale={locale} table={table} />
      <p>{t("table.found", { total })}</p>
      {total > 0 && <ListingTable locale={locale} rows={rows} table={table} />}
      <Pager locale={locale} path="/admin/listings" parameters={table} page={page} pages={pages} />
    </AdminPage>
  );
}
