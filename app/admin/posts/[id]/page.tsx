import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { AdminPage } from "@/components/admin/admin-page";
import { PostForm } from "@/components/admin/posts/form";
import { OtherVersion } from "@/components/admin/posts/other-version";
import { PostStatus } from "@/components/admin/posts/status";
import { StatusBadge } from "@/components/admin/status-badge";
import { UndoLast } from "@/components/admin/undos/undo-last";
import { VersionsLink } from "@/components/admin/versions/versions-link";
import { getPostForStaff } from "@/lib/posts/admin-queries";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";
import { findUndoable } from "@/lib/undos/admin-queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.post")("title") };
}

export default async function PostEditorPage({ params, searchParams }: PageProps<"/admin/posts/[id]">) {
  const staff = await requireStaff("editor");
  const post = await getPostForStaff(staff, (await params).id);
  if (!post) notFound();
  const locale = await staffLocale();
  return (
    <AdminPage
      locale={locale}
      forms={await getStaffForms(staff, (await searchParams).words)}
      title={post.title}
      done={(await searchParams).done}
      aside={
        <>
          <VersionsLink locale={locale} of={{ noun: "post", id: post.id }} />
          <StatusBadge locale={locale} status={post.status} />
        </>
      }
    >
      <UndoLast locale={locale} undoable={await findUndoable(staff, "post", post.id)} />
      <PostStatus locale={locale} id={post.id} status={post.status} slug={post.slug} language={post.locale as Locale} />
      <OtherVersion locale={locale} post={post} />
      <PostForm id={post.id} version={post.version} values={post.values} originals={post.originals} />
    </AdminPage>
  );
}
