import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import type { PostCard } from "@/lib/posts/types";

/** When a post came out and how long it takes; its language, when that is not the reader's. */
export function PostFacts({
  locale,
  post,
}: {
  locale: Locale;
  post: Pick<PostCard, "locale" | "publishedOn" | "readingMinutes">;
}) {
  const t = getTranslator(locale, "blog");
  return (
    <p className="text-sm text-muted">
      <time dateTime={post.publishedOn}>{formatDay(locale, post.publishedOn)}</time>
      <span aria-hidden="true"> · </span>
      <span>{t("minutes", { minutes: post.readingMinutes })}</span>
      {post.locale !== locale && (
        <>
          <span aria-hidden="true"> · </span>
          <span>{t(`inLanguage.${post.locale}`)}</span>
        </>
      )}
    </p>
  );
}
