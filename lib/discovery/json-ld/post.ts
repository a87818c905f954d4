import type { BlogPosting, FAQPage } from "schema-dts";
import type { OtherVersion, PostView } from "@/lib/posts/types";
import { personPathOf } from "@/lib/settings/paths";
import type { SettingValue } from "@/lib/settings/schema";
import { localizedPath } from "@/lib/shared/i18n";
import { publisher } from "./site";

/** The answers are on the page in full; a page must not become much heavier by saying them twice. */
const MAX_QUESTIONS_LENGTH = 900;

interface PostingOf {
  post: PostView;
  /** Whom the footer names. */
  people: SettingValue<"footerCredits">;
  /** The site's URL without a trailing slash. */
  site: string;
}

/** What search engines read of a post. */
export function posting({ post, people, site }: PostingOf): Exclude<BlogPosting, string> {
  const authors = post.credits.filter(({ role }) => role === "author");
  const urlOf = ({ locale, slug }: Pick<OtherVersion, "locale" | "slug">) =>
    site + localizedPath(locale, `/blog/${slug}`);
  const other = post.other && {
    "@type": "BlogPosting" as const,
    headline: post.other.title,
    inLanguage: post.other.locale,
    url: urlOf(post.other),
  };
  return {
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
    publisher: publisher(site),
    citation: post.references.map(({ url }) => url),
  };
}

/** The first questions of a post with their whole answers, as many as are short together; null when there is none. */
export function questions({
  relatedQuestions,
  locale,
}: Pick<PostView, "relatedQuestions" | "locale">): Exclude<FAQPage, string> | null {
  const texts = relatedQuestions.map(({ question, answerHtml }) => ({ question, answer: textOf(answerHtml) }));
  const lengths = texts.map(({ question, answer }) => question.length + answer.length);
  const shown = texts.filter((_, at) => sum(lengths.slice(0, at + 1)) <= MAX_QUESTIONS_LENGTH);
  if (shown.length === 0) return null;
  return {
    "@type": "FAQPage",
    inLanguage: locale,
    mainEntity: shown.map(({ question, answer }) => ({
      "@type": "Question",
      name: question,
      acceptedAnswer: { "@type": "Answer", text: answer },
    })),
  };
}

function sum(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total + length, 0);
}

const NAMED: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/** The words of safe HTML as lib/posts/markdown writes it. */
function textOf(html: string): string {
  const words = html.replace(/<[^>]*>/g, " ");
  return words
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&([a-z]+);/g, (entity, name: string) => NAMED[name] ?? entity)
    .replace(/\s+/g, " ")
    .replace(/ (?=[.,;:!?)])/g, "")
    .trim();
}
