import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { AdminPage } from "@/components/admin/admin-page";
import { MethodBadge } from "@/components/admin/methods/badge";
import { MethodSteps } from "@/components/admin/methods/steps";
import { MethodWeightsForm } from "@/components/admin/methods/weights-form";
import { MethodWords } from "@/components/admin/methods/words";
import { VersionsLink } from "@/components/admin/versions/versions-link";
import { MethodChanges } from "@/components/rankings/method/changes";
import { findPublishedVersion, getDraft, weightsValues } from "@/lib/methods/admin-queries";
import { versionSchema } from "@/lib/methods/schema";
import { TOTAL_WEIGHT } from "@/lib/rankings/schema";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.method")("title") };
}

export default async function MethodDraftPage({
  params,
  searchParams,
}: PageProps<"/admin/rankings/methods/[version]">) {
  const staff = await requireStaff("editor");
  const version = versionSchema.parse((await params).version);
  const draft = await getDraft(staff, version);
  if (!draft && (await findPublishedVersion(staff, version))) redirect(`/rankings/method/${version}`);
  if (!draft) notFound();
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.method");
  const path = `/admin/rankings/methods/${version}`;
  const { id, revision, status, definition, changelog } = draft;
  return (
    <AdminPage
      locale={locale}
      words={["gate", "method"]}
      forms={await getStaffForms(staff, (await searchParams).words)}
      title={t("draft", { version })}
      done={(await searchParams).done}
      aside={
        <>
          <VersionsLink locale={locale} of={{ noun: "method", id: String(version) }} />
          <MethodBadge locale={locale} status={status} isHandedIn={draft.reviewRequestedAt !== null} />
        </>
      }
    >
      <MethodWeightsForm
        id={id}
        revision={revision}
        path={path}
        total={TOTAL_WEIGHT}
        values={weightsValues({ definition, changelog: changelog.en, changelogEs: changelog.es })}
        groups={definition.groups.map(({ key, name, criteria }) => ({
          key,
          name: name[locale],
          criteria: criteria.map((each) => ({
            key: each.key,
            name: each.name[locale],
            wordsPath: `${path}/criterion-${each.key}`,
          })),
        }))}
      >
        <MethodSteps locale={locale} draft={draft} />
        <h2 className="text-xl">{t("changes", { version: draft.baseVersion ?? 0 })}</h2>
        <MethodChanges locale={locale} changes={draft.changes} />
        <h2 className="text-xl">{t("edit")}</h2>
        <MethodWords locale={locale} method={definition} path={path} />
      </MethodWeightsForm>
    </AdminPage>
  );
}
