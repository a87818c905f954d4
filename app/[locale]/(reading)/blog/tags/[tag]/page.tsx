import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { PostList } from "@/components/posts/post-list";
import { listPostsByTag } from "@/lib/posts/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator, localizedPath } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/blog/tags/[tag]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { tag: slug } = await params;
  const t = getTranslator(locale, "blog.tag");
  const found = await listPostsByTag(slug, locale);
  if (!found) return pageMetadata({ locale, path: null, title: t("missing.title") });
  const words = { tag: found.tag.name, count: found.posts.length };
  const path = `/blog/tags/${slug}`;
  return pageMetadata({ locale, path, title: t("title", words), description: t("description", words) });
}

export default async function TagPage({ params }: Props) {
  const locale = await localeOf(params);
  const { tag: slug } = await params;
  const t = getTranslator(locale, "blog.tag");
  const path = `/blog/tags/${slug}`;
  const found = await listPostsByTag(slug, locale);
  if (!found) return <MissingPage locale={locale} path={path} title={t("missing.title")} lead={t("missing.lead")} />;
  return (
    <Page locale={locale} path={path}>
      <div className="max-w-prose">
        <p>
          <a href={localizedPath(locale, "/blog")} className="text-link inline-flex min-h-11 items-center">
            {t("all")}
          </a>
        </p>
        <h1 className="mb-8 text-3xl sm:text-4xl">{t("title", { tag: found.tag.name })}</h1>
        <PostList locale={locale} posts={found.posts} />
      </div>
    </Page>
  );
}
