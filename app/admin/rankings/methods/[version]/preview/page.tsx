import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/admin/admin-page";
import { MethodPreview } from "@/components/admin/methods/preview";
import { tellListingsApart } from "@/lib/listings/queries";
import { previewDraft } from "@/lib/methods/admin-queries";
import { versionSchema } from "@/lib/methods/schema";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.method.preview")("link") };
}

export default async function MethodPreviewPage({ params }: PageProps<"/admin/rankings/methods/[version]/preview">) {
  const staff = await requireStaff("editor");
  const version = versionSchema.parse((await params).version);
  const changes = await previewDraft(staff, version);
  if (!changes) notFound();
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.method");
  const slugs = [...changes.moves, ...changes.entering, ...changes.leaving].map(({ slug }) => slug);
  return (
    <AdminPage locale={locale} forms={await getStaffForms(staff)} title={t("preview.title", { version })}>
      <p>
        <a href={`/admin/rankings/methods/${version}`} className="text-link inline-flex min-h-11 items-center">
          {t("back", { version })}
        </a>
      </p>
      <p className="max-w-prose text-muted">{t("preview.lead")}</p>
      <MethodPreview locale={locale} changes={changes} apart={await tellListingsApart({ slug: slugs })} />
    </AdminPage>
  );
}
