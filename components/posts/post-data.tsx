import type { BlogPosting } from "schema-dts";
import { serializeJsonLd } from "@/lib/shared/json-ld";
import type { PostView } from "@/lib/posts/types";

/** What search engines read of a post. `url` is its full URL. */
export function PostData({ post, url }: { post: PostView; url: string }) {
  const authors = post.credits.filter(({ role }) => role === "author");
  const data: BlogPosting = {
    "@type": "BlogPosting",
    headline: post.title,
    description: post.summary,
    inLanguage: post.locale,
    datePublished: post.publishedOn,
    dateModified: post.updatedAt,
    mainEntityOfPage: url,
    keywords: post.tags.map(({ name }) => name),
    author: authors.map(({ name }) => ({ "@type": "Organization", name })),
    publisher: { "@type": "Organization", name: "Best Heroin Rehab" },
    citation: post.references.map(({ title, url: source }) => ({
      "@type": "CreativeWork",
      name: title,
      url: source,
    })),
  };
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: serializeJsonLd(data) }} />;
}
