import type { Metadata } from "next";
import { AdminPage } from "@/components/admin/admin-page";
import { DataTable } from "@/components/admin/data-table";
import { Moment } from "@/components/admin/moment";
import { Pager } from "@/components/admin/pager";
import { PostFilter } from "@/components/admin/posts/filter";
import { OtherVersion } from "@/components/admin/posts/other-version";
import { StatusBadge } from "@/components/admin/status-badge";
import { ButtonLink } from "@/components/ui/button";
import { listPostsForStaff } from "@/lib/posts/admin-queries";
import { postTableSchema } from "@/lib/posts/schema";
import { formatDay, toIsoDate } from "@/lib/shared/dates";
import { getTranslator } from "@/lib/shared/i18n";
import { getStaffForms } from "@/lib/staff/admin-queries";
import { staffLocale } from "@/lib/staff/locale";
import { requireStaff } from "@/lib/staff/session";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslator(await staffLocale(), "admin.post")("title") };
}

export default async function PostsPage({ searchParams }: PageProps<"/admin/posts">) {
  const staff = await requireStaff("editor");
  const locale = await staffLocale();
  const t = getTranslator(locale, "admin");
  const table = postTableSchema.parse(await searchParams);
  const { rows, total, page, pages } = await listPostsForStaff(staff, table);
  const newPost = <ButtonLink href="/admin/posts/new">{t("post.new")}</ButtonLink>;
  return (
    <AdminPage locale={locale} forms={await getStaffForms(staff)} title={t("post.title")} aside={newPost}>
      <PostFilter locale={locale} table={table} />
      <p>{t("table.found", { total })}</p>
      <DataTable
        caption={t("post.title")}
        columns={(["title", "language", "otherVersion", "status", "date", "updated"] as const).map((key) => ({
          key,
          head: t(`table.${key}`),
        }))}
        rows={rows.map((post) => ({
          id: post.id,
          cells: [
            <a key="title" href={`/admin/posts/${post.id}`} className="text-link">
              {post.title}
            </a>,
            post.locale,
            <OtherVersion key="other" locale={locale} post={post} />,
            <StatusBadge key="status" locale={locale} status={post.status} />,
            post.publishedOn && formatDay(locale, toIsoDate(post.publishedOn)),
            <Moment key="updated" locale={locale} at={post.updatedAt} />,
          ],
        }))}
      />
      <Pager locale={locale} path="/admin/posts" parameters={table} page={page} pages={pages} />
    </AdminPage>
  );
}
