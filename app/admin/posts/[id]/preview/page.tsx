import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/admin/admin-page";
import { PostPreview } from "@/components/admin/posts/preview";
import { StatusBadge } from "@/components/admin/status-badge";
import { previewPost } from "@/lib/posts/admin-queries";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.post")("preview") };
}

export default async function PostPreviewPage({ params }: PageProps<"/admin/posts/[id]/preview">) {
  const staff = await requireStaff("editor");
  const post = await previewPost(staff, (await params).id);
  if (!post) notFound();
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin.post");
  return (
    <AdminPage
      locale={locale}
      forms={await getStaffForms(staff)}
      title={post.title}
      aside={<StatusBadge locale={locale} status={post.status} />}
    >
      <p className="text-sm text-muted">
        {t("previewLead")}{" "}
        <a href={`/admin/posts/${post.id}`} className="text-link">
          {t("edit")}
        </a>
      </p>
      <PostPreview locale={locale} post={post} />
    </AdminPage>
  );
}
