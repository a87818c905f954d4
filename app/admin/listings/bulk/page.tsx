import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { BulkPreview } from "@/components/admin/listings/bulk-preview";
import { Notice } from "@/components/ui/notice";
import { listAreas, previewBulk } from "@/lib/listing-table/admin-queries";
import { MAX_BULK, readSelection } from "@/lib/listing-table/schema";
import { getTranslator } from "@/lib/shared/i18n";
import { namesIn, textsIn } from "@/lib/shared/search-params";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.bulk")("title") };
}

/** What an act on many listings would do. Nothing is done here. */
export default async function BulkPreviewPage({ searchParams }: PageProps<"/admin/listings/bulk">) {
  const staff = await requireStaff("editor");
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.bulk");
  const { done, ...params } = await searchParams;
  const selection = readSelection(params, await listAreas(staff));
  const preview = selection && (await previewBulk(staff, selection));
  const asked = namesIn(params).flatMap((name) => textsIn(params, name).map((text) => [name, text]));
  return (
    <AdminPage locale={locale} forms={await getStaffForms(staff)} title={t("title")} done={done}>
      {preview ? (
        <BulkPreview locale={locale} preview={preview} asked={new URLSearchParams(asked).toString()} />
      ) : (
        <Notice tone="warning">{t(selection ? "tooMany" : "nothingChosen", { most: MAX_BULK })}</Notice>
      )}
      <p>
        <a href="/admin/listings" className="text-link inline-flex min-h-11 items-center">
          {t("back")}
        </a>
      </p>
    </AdminPage>
  );
}
