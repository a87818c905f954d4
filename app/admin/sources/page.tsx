import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { Source } from "@/components/admin/sources/source";
import { tellListingsApart } from "@/lib/listings/queries";
import { namedIn } from "@/lib/rankings/proposed-changes";
import { listSources } from "@/lib/refreshes/admin-queries";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.source")("title") };
}

export default async function SourcesPage() {
  const staff = await requireStaff("editor");
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.source");
  const { isWeekly, sources } = await listSources(staff);
  const named = sources.flatMap(({ open }) => (open?.effect ? namedIn(open.effect) : []));
  const apart = await tellListingsApart({ id: named });
  return (
    <AdminPage locale={locale} words={["proposal"]} forms={await getStaffForms(staff)} title={t("title")}>
      <p className="max-w-prose text-muted">{t("lead")}</p>
      <p>{isWeekly ? t("weekly") : [t("off"), " ", <code key="command">npm run refresh</code>]}</p>
      {sources.map((source) => (
        <Source key={source.key} locale={locale} source={source} apart={apart} />
      ))}
    </AdminPage>
  );
}
