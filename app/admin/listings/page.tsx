import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { BulkForm } from "@/components/admin/listings/bulk-form";
import { ExportLinks } from "@/components/admin/listings/export-links";
import { ListingFilter } from "@/components/admin/listings/filter";
import { ListingTable } from "@/components/admin/listings/table";
import { TableNotes } from "@/components/admin/listings/table-notes";
import { ButtonLink } from "@/components/ui/button";
import { Pager } from "@/components/admin/pager";
import { listAreas, listListings } from "@/lib/listing-table/admin-queries";
import { readTable } from "@/lib/listing-table/schema";
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
  const areas = await listAreas(staff);
  const asked = readTable(await searchParams, areas);
  const { table } = asked;
  const found = await listListings(staff, table);
  const { rows, total, page, pages } = found;
  return (
    <AdminPage
      locale={locale}
      words={["leftOut", "check"]}
      forms={await getStaffForms(staff)}
      title={t("listing.title")}
      aside={<ButtonLink href="/admin/listings/new">{t("listingTable.new")}</ButtonLink>}
    >
      <ListingFilter locale={locale} table={table} areas={areas} />
      <TableNotes locale={locale} {...asked} found={found} />
      <p>{t("table.found", { total })}</p>
      {total > 0 && (
        <BulkForm locale={locale} table={table} total={total}>
          <ListingTable locale={locale} rows={rows} table={table} />
        </BulkForm>
      )}
      {total > 0 && <ExportLinks locale={locale} table={table} />}
      <Pager locale={locale} path="/admin/listings" parameters={table} page={page} pages={pages} />
    </AdminPage>
  );
}
