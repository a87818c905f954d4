import { JsonLd } from "@/components/discovery/json-ld";
import { breadcrumbs } from "@/lib/discovery/json-ld/breadcrumbs";
import { posting, questions } from "@/lib/discovery/json-ld/post";
import type { PostView } from "@/lib/posts/types";
import type { SettingValue } from "@/lib/settings/schema";
import { getTranslator } from "@/lib/shared/i18n";

interface PostDataProps {
  post: PostView;
  /** Whom the footer names. */
  people: SettingValue<"footerCredits">;
  /** The site's URL. */
  site: string;
}

/** What search engines read of a post. */
export function PostData({ post, people, site }: PostDataProps) {
  const { locale, title, slug } = post;
  const way = [
    { name: getTranslator(locale, "blog")("title"), path: "/blog" },
    { name: title, path: `/blog/${slug}` },
  ];
  const asked = questions(post);
  const things = [posting({ post, people, site }), breadcrumbs(locale, site, way)];
  return <JsonLd things={asked ? [...things, asked] : things} />;
}
