import { Page } from "@/components/layout/page";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import type { PostPage, TagCount } from "@/lib/posts/types";
import { PostList } from "./post-list";
import { blogPath, PostPages } from "./post-pages";
import { foreignOf } from "./tag-links";

interface BlogIndexProps extends PostPage {
  locale: Locale;
  tags: TagCount[];
}

/** The blog, one page of it. */
export function BlogIndex({ locale, posts, page, pageCount, tags }: BlogIndexProps) {
  const t = getTranslator(locale, "blog");
  return (
    <Page locale={locale} path={blogPath(page)}>
      <h1 className="text-3xl sm:text-4xl">{t("title")}</h1>
      <p className="mt-3 max-w-prose text-lg text-muted">{t("lead")}</p>
      <div className="mt-8 grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,42rem)_1fr] lg:gap-16">
        <div>
          <PostList locale={locale} posts={posts} />
          <PostPages locale={locale} page={page} pageCount={pageCount} />
        </div>
        {tags.length > 0 && <Topics locale={locale} tags={tags} />}
      </div>
    </Page>
  );
}

function Topics({ locale, tags }: { locale: Locale; tags: TagCount[] }) {
  const t = getTranslator(locale, "blog");
  return (
    <nav aria-labelledby="topics">
      <h2 id="topics" className="text-xl">
        {t("topics")}
      </h2>
      <ul className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(min(11rem,100%),1fr))] gap-x-6 lg:grid-cols-1">
        {tags.map((tag) => (
          <li key={tag.slug} className="border-b border-line">
            <a
              href={localizedPath(locale, `/blog/tags/${tag.slug}`)}
              className="flex min-h-11 items-center justify-between gap-4 no-underline hover:underline"
            >
              <span lang={foreignOf(tag, locale)} className="font-medium">
                {tag.name}
              </span>
              <span className="text-sm text-muted">{t("topicCount", { count: tag.posts })}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
