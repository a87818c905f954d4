import type { BlogPosting } from "schema-dts";
import { localizedPath } from "@/lib/shared/i18n";
import { serializeJsonLd } from "@/lib/shared/json-ld";
import type { OtherVersion, PostView } from "@/lib/posts/types";

/** What search engines read of a post. `site` is the site's URL. */
export function PostData({ post, site }: { post: PostView; site: string }) {
  const authors = post.credits.filter(({ role }) => role === "author");
  const urlOf = ({ locale, slug }: OtherVersion) => site + localizedPath(locale, `/blog/${slug}`);
  const other = post.other && {
    "@type": "BlogPosting" as const,
    headline: post.other.title,
    inLanguage: post.other.locale,
    url: urlOf(post.other),
  };
  const data: BlogPosting = {
    "@type": "BlogPosting",
    headline: post.title,
    description: post.summary,
    inLanguage: post.locale,
    datePublished: post.publishedOn,
    dateModified: post.updatedAt,
    mainEntityOfPage: urlOf(post),
    ...(other && (post.isTranslation ? { translationOfWork: other } : { workTranslation: other })),
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
