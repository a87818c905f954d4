import { cache } from "react";
import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { MissingPage } from "@/components/layout/missing-page";
import { BlogIndex } from "@/components/posts/blog-index";
import { listPosts, listTags } from "@/lib/posts/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/blog/page/[page]">;

/** Page 2 onward, the first being the blog itself; null where there is none. */
const olderPosts = cache(async (page: string, locale: Locale) => {
  if (!/^([2-9]|[1-9]\d{1,3})$/.test(page)) return null;
  const posts = await listPosts(locale, Number(page));
  return posts.page <= posts.pageCount ? posts : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { page } = await params;
  const t = getTranslator(locale, "blog");
  const posts = await olderPosts(page, locale);
  if (!posts) return pageMetadata({ locale, path: null, title: getTranslator(locale, "pages.missing")("title") });
  const position = { page: posts.page, count: posts.pageCount };
  const title = `${t("title")}: ${t("pages.position", position)}`;
  return pageMetadata({ locale, path: `/blog/page/${page}`, title, description: t("pages.description", position) });
}

export default async function OlderPostsPage({ params }: Props) {
  const locale = await localeOf(params);
  const { page } = await params;
  const [posts, tags] = await Promise.all([olderPosts(page, locale), listTags(locale)]);
  if (!posts) return <MissingPage locale={locale} path="/blog" />;
  return <BlogIndex locale={locale} tags={tags} {...posts} />;
}
