import type { BlogPosting } from "schema-dts";
import { localizedPath } from "@/lib/shared/i18n";
import { serializeJsonLd } from "@/lib/shared/json-ld";
import type { OtherVersion, PostView } from "@/lib/posts/types";
import { personPathOf } from "@/lib/settings/paths";
import type { SettingValue } from "@/lib/settings/schema";

interface PostDataProps {
  post: PostView;
  /** Whom the footer names. */
  people: SettingValue<"footerCredits">;
  /** The site's URL. */
  site: string;
}

/** What search engines read of a post. */
export function PostData({ post, people, site }: PostDataProps) {
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
    author: authors.map(({ name }) => {
      const path = personPathOf(people, name);
      return path
        ? { "@type": "Person" as const, name, url: site + localizedPath(post.locale, path) }
        : { "@type": "Organization" as const, name };
    }),
    publisher: { "@type": "Organization", name: "Best Heroin Rehab" },
    citation: post.references.map(({ title, url: source }) => ({
      "@type": "CreativeWork",
      name: title,
      url: source,
    })),
  };
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: serializeJsonLd(data) }} />;
}
