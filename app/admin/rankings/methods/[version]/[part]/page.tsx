import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/admin/admin-page";
import { MethodWordsForm } from "@/components/admin/methods/words-form";
import { getDraft, wordsValues } from "@/lib/methods/admin-queries";
import { partsOf } from "@/lib/methods/parts";
import { versionSchema } from "@/lib/methods/schema";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.method")("title") };
}

type Props = PageProps<"/admin/rankings/methods/[version]/[part]">;

export default async function MethodPartPage({ params, searchParams }: Props) {
  const staff = await requireStaff("editor");
  const { version, part: segment } = await params;
  const draft = await getDraft(staff, versionSchema.parse(version));
  const part = draft && partsOf(draft.definition).find((each) => each.segment === segment);
  if (!part) notFound();
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.method");
  const path = `/admin/rankings/methods/${draft.version}`;
  return (
    <AdminPage
      locale={locale}
      forms={await getStaffForms(staff, (await searchParams).words)}
      title={part.name[locale]}
      done={(await searchParams).done}
    >
      <p>
        <a href={path} className="text-link inline-flex min-h-11 items-center">
          {t("back", { version: draft.version })}
        </a>
      </p>
      <MethodWordsForm
        id={draft.id}
        revision={draft.revision}
        part={segment}
        values={wordsValues(part)}
        path={`${path}/${segment}`}
        hasEvidence={part.evidence !== null}
      />
    </AdminPage>
  );
}
