import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { VersionsPage } from "@/components/admin/versions/versions-page";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";
import { listVersions } from "@/lib/versions/admin-queries";
import { versionsTableSchema } from "@/lib/versions/schema";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.versions")("title") };
}

type Props = PageProps<"/admin/posts/[id]/versions">;

export default async function PostVersionsPage({ params, searchParams }: Props) {
  const staff = await requireStaff("editor");
  const locale = await staffLocale();
  const subject = { noun: "post", id: (await params).id } as const;
  const versions = await listVersions(staff, locale, subject, versionsTableSchema.parse(await searchParams));
  if (!versions) notFound();
  return <VersionsPage locale={locale} forms={await getStaffForms(staff)} versions={versions} />;
}
