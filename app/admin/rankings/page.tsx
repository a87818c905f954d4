import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { JudgeAnewForm } from "@/components/admin/editions/forms";
import { Proposed } from "@/components/admin/editions/proposed";
import { EditionTable } from "@/components/admin/editions/table";
import { MethodTable } from "@/components/admin/methods/table";
import { tellListingsApart } from "@/lib/listings/queries";
import { listMethods } from "@/lib/methods/admin-queries";
import { findProposedEdition, findPublishing, listDecisionsIn } from "@/lib/rankings/admin-queries";
import { namedIn } from "@/lib/rankings/proposed-changes";
import { listEditionHeads } from "@/lib/rankings/queries";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.ranking")("title") };
}

export default async function RankingsPage({ searchParams }: PageProps<"/admin/rankings">) {
  const staff = await requireStaff("editor");
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.ranking");
  const [methods, editions, proposed] = await Promise.all([
    listMethods(staff),
    listEditionHeads(),
    findProposedEdition(staff),
  ]);
  const apart = await tellListingsApart({ id: proposed ? namedIn(proposed.changes) : [] });
  return (
    <AdminPage
      locale={locale}
      words={["gate", "edition", "proposedEdition", "method"]}
      forms={await getStaffForms(staff)}
      title={t("title")}
      done={(await searchParams).done}
    >
      {proposed ? (
        <Proposed
          locale={locale}
          proposed={proposed}
          apart={apart}
          decisions={await listDecisionsIn(staff, proposed.changes)}
          publishing={await findPublishing(staff, proposed.changes)}
        />
      ) : (
        <p>{t("noneProposed")}</p>
      )}
      <JudgeAnewForm />
      <h2 className="text-xl">{t("editions")}</h2>
      {editions.length > 0 ? <EditionTable locale={locale} editions={editions} /> : <p>{t("none")}</p>}
      <h2 id="methods" className="text-xl">
        {t("methods")}
      </h2>
      {methods.length > 0 ? <MethodTable locale={locale} methods={methods} /> : <p>{t("none")}</p>}
    </AdminPage>
  );
}
