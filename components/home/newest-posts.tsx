import type { PostCard } from "@/lib/posts/types";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** What to read first; nothing while there are no posts. */
export function NewestPosts({ locale, posts }: { locale: Locale; posts: PostCard[] }) {
  const t = getTranslator(locale, "home.posts");
  const inLanguage = getTranslator(locale, "blog.inLanguage");
  if (posts.length === 0) return null;
  return (
    <section aria-labelledby="posts-title" className="mt-16">
      <h2 id="posts-title" className="text-2xl">
        {t("title")}
      </h2>
      <ul className="mt-5 grid gap-8 md:grid-cols-3">
        {posts.map((post) => (
          <li key={post.slug}>
            <p className="text-xs text-muted">
              {formatDay(locale, post.publishedOn)}
              {post.locale !== locale && ` · ${inLanguage(post.locale)}`}
            </p>
            <h3 lang={post.locale} className="mt-1 text-lg leading-snug">
              <a href={localizedPath(locale, `/blog/${post.slug}`)} hrefLang={post.locale} className="text-link">
                {post.title}
              </a>
            </h3>
            <p lang={post.locale} className="mt-2 text-sm text-muted">
              {post.summary}
            </p>
          </li>
        ))}
      </ul>
      <p className="mt-3">
        <a href={localizedPath(locale, "/blog")} className="text-link inline-flex min-h-11 items-center font-semibold">
          {t("all")}
        </a>
      </p>
    </section>
  );
}
