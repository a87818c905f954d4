import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { BlogIndex } from "@/components/posts/blog-index";
import { listPosts, listTags } from "@/lib/posts/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

export async function generateMetadata({ params }: PageProps<"/[locale]/blog">): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "blog");
  return pageMetadata({ locale, path: "/blog", title: t("title"), description: t("lead") });
}

export default async function BlogPage({ params }: PageProps<"/[locale]/blog">) {
  const locale = await localeOf(params);
  const [posts, tags] = await Promise.all([listPosts(locale), listTags(locale)]);
  return <BlogIndex locale={locale} tags={tags} {...posts} />;
}
