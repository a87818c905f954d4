import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import type { PostCard } from "@/lib/posts/types";

/** When a post came out and how long it takes. */
export function PostFacts({
  locale,
  post,
}: {
  locale: Locale;
  post: Pick<PostCard, "publishedOn" | "readingMinutes">;
}) {
  const t = getTranslator(locale, "blog");
  return (
    <p className="text-sm text-muted">
      <time dateTime={post.publishedOn}>{formatDay(locale, post.publishedOn)}</time>
      <span aria-hidden="true"> · </span>
      <span>{t("minutes", { minutes: post.readingMinutes })}</span>
    </p>
  );
}
