import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { localeOf } from "@/app/[locale]/locale";
import { MissingPage } from "@/components/layout/missing-page";
import { PostArticle } from "@/components/posts/post-article";
import { PostData } from "@/components/posts/post-data";
import { getPost } from "@/lib/posts/queries";
import { siteUrl } from "@/lib/server/env";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/blog/[slug]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { slug } = await params;
  const answer = await getPost(slug, locale);
  if (answer?.status !== "found") {
    const t = getTranslator(locale, "blog");
    return pageMetadata({
      locale,
      path: null,
      title: answer?.status === "gone" ? t("gone.title") : t("missing.title"),
    });
  }
  const { title, summary, locale: language } = answer.post;
  return pageMetadata({ locale, path: `/blog/${slug}`, title, description: summary, languages: [language] });
}

export default async function PostPage({ params }: Props) {
  const locale = await localeOf(params);
  const { slug } = await params;
  const answer = await getPost(slug, locale);
  if (answer?.status === "moved") redirect(localizedPath(locale, `/blog/${answer.slug}`));
  if (answer?.status !== "found") return <NoPost {...{ locale, slug, gone: answer?.status === "gone" }} />;
  const { post } = answer;
  return (
    <>
      <PostData post={post} url={siteUrl() + localizedPath(post.locale, `/blog/${post.slug}`)} />
      <PostArticle locale={locale} post={post} />
    </>
  );
}

function NoPost({ locale, slug, gone }: { locale: Locale; slug: string; gone: boolean }) {
  const t = getTranslator(locale, gone ? "blog.gone" : "blog.missing");
  const status = gone ? 410 : 404;
  return <MissingPage locale={locale} path={`/blog/${slug}`} title={t("title")} lead={t("lead")} status={status} />;
}
