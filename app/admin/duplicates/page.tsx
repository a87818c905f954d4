import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { Pager } from "@/components/admin/pager";
import { Duplicate } from "@/components/admin/duplicates/proposal";
import { listDuplicates } from "@/lib/duplicates/admin-queries";
import { duplicatePageSchema } from "@/lib/duplicates/schema";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

const PATH = "/admin/duplicates";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.duplicates")("title") };
}

export default async function DuplicatesPage({ searchParams }: PageProps<"/admin/duplicates">) {
  const staff = await requireStaff("editor");
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.duplicates");
  const asked = await searchParams;
  const { proposals, total, page, pages } = await listDuplicates(staff, duplicatePageSchema.parse(asked).page);
  return (
    <AdminPage locale={locale} forms={await getStaffForms(staff)} title={t("title")} done={asked.done}>
      <p className="max-w-prose text-muted">{t("lead")}</p>
      <p>{t("found", { total })}</p>
      {proposals.map((proposal) => (
        <Duplicate key={proposal.id} locale={locale} proposal={proposal} />
      ))}
      <Pager locale={locale} path={PATH} parameters={{}} page={page} pages={pages} />
    </AdminPage>
  );
}
