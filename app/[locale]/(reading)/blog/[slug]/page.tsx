import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { localeOf } from "@/app/[locale]/locale";
import { MissingPage } from "@/components/layout/missing-page";
import { PostArticle } from "@/components/posts/post-article";
import { PostData } from "@/components/posts/post-data";
import { getPost } from "@/lib/posts/queries";
import type { PostView } from "@/lib/posts/types";
import { siteUrl } from "@/lib/server/env";
import { pageMetadata, type PageForm } from "@/lib/server/page-metadata";
import { getSettings } from "@/lib/settings/queries";
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
  const { title, summary } = answer.post;
  return pageMetadata({ locale, path: `/blog/${slug}`, title, description: summary, forms: formsOf(answer.post) });
}

/** Where the post is in each language it has, the original first. */
function formsOf(post: PostView): PageForm[] {
  const versions = post.other ? [post, post.other] : [post];
  const forms = versions.map(({ locale, slug }) => ({ locale, path: `/blog/${slug}` }));
  return post.isTranslation ? forms.toReversed() : forms;
}

export default async function PostPage({ params }: Props) {
  const locale = await localeOf(params);
  const { slug } = await params;
  const answer = await getPost(slug, locale);
  if (answer?.status === "moved") redirect(localizedPath(locale, `/blog/${answer.slug}`));
  if (answer?.status !== "found") return <NoPost {...{ locale, slug, gone: answer?.status === "gone" }} />;
  const { post } = answer;
  const people = (await getSettings()).footerCredits.value;
  return (
    <>
      <PostData post={post} people={people} site={siteUrl()} />
      <PostArticle locale={locale} post={post} people={people} />
    </>
  );
}

function NoPost({ locale, slug, gone }: { locale: Locale; slug: string; gone: boolean }) {
  const t = getTranslator(locale, gone ? "blog.gone" : "blog.missing");
  const status = gone ? 410 : 404;
  return <MissingPage locale={locale} path={`/blog/${slug}`} title={t("title")} lead={t("lead")} status={status} />;
}
