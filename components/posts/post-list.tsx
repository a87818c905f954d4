import { Whole } from "@/components/ui/whole";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import type { PostCard } from "@/lib/posts/types";
import { PostFacts } from "./post-facts";
import { TagLinks } from "./tag-links";

/** Posts with what a reader needs to choose one. */
export function PostList({ locale, posts }: { locale: Locale; posts: PostCard[] }) {
  const t = getTranslator(locale, "blog");
  if (posts.length === 0) return <p>{t("none")}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {posts.map((post) => (
        <li key={post.slug} className="py-7">
          <article>
            <PostFacts locale={locale} post={post} />
            <h2 lang={post.locale} className="mt-1 text-xl sm:text-2xl">
              <a
                href={localizedPath(locale, `/blog/${post.slug}`)}
                hrefLang={post.locale}
                className="decoration-1 underline-offset-4 hover:text-accent hover:underline"
              >
                <Whole>{post.title}</Whole>
              </a>
            </h2>
            <p lang={post.locale} className="mt-2 text-muted">
              {post.summary}
            </p>
            <div className="mt-2">
              <TagLinks locale={locale} tags={post.tags} label={t("taggedLabel")} />
            </div>
          </article>
        </li>
      ))}
    </ul>
  );
}
