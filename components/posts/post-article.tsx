import type { ReactNode } from "react";
import { Page } from "@/components/layout/page";
import { Notice } from "@/components/ui/notice";
import { Whole } from "@/components/ui/whole";
import type { OtherVersion, PostView } from "@/lib/posts/types";
import type { SettingValue } from "@/lib/settings/schema";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { CallToAction } from "./call-to-action";
import { PostCredits } from "./post-credits";
import { PostFacts } from "./post-facts";
import { PostReferences } from "./post-references";
import { RelatedQuestions } from "./related-questions";
import { TableOfContents } from "./table-of-contents";
import { TagLinks } from "./tag-links";

interface PostArticleProps {
  locale: Locale;
  post: PostView;
  /** Whom the footer names: in the credits their names lead to what they say of themselves. */
  people: SettingValue<"footerCredits">;
}

/**
 * A post as it is read. When the reader's language is not the post's, only the frame around it is in the reader's
 * language; a post that is in both languages is read in the reader's.
 */
export function PostArticle({ locale, post, people }: PostArticleProps) {
  const t = getTranslator(locale, "blog");
  return (
    <Page locale={locale} path={`/blog/${(post.other ?? post).slug}`}>
      <header className="max-w-prose space-y-3">
        {post.locale !== locale && (
          <div className="pb-5">
            <Notice title={t("otherLanguage.title")}>{t("otherLanguage.text")}</Notice>
          </div>
        )}
        <h1 lang={post.locale} className="text-3xl sm:text-4xl">
          <Whole>{post.title}</Whole>
        </h1>
        <PostFacts locale={locale} post={post} />
        {post.other && <OtherLanguage version={post.other} />}
        <PostCredits locale={locale} credits={post.credits} people={people} />
      </header>
      <div className="grid gap-x-16 lg:grid-cols-[minmax(0,42rem)_minmax(0,16rem)]">
        <div className="mt-8 lg:col-start-2 lg:row-start-1">
          <TableOfContents locale={locale} contents={post.contents} lang={post.locale} />
        </div>
        <article className="mt-8 min-w-0 space-y-12 lg:row-start-1">
          <div
            lang={post.locale}
            className="prose [&_table]:wrap-normal"
            dangerouslySetInnerHTML={{ __html: post.html }}
          />
          <section aria-labelledby="tags" className="flex flex-wrap items-center gap-x-4">
            <h2 id="tags" className="font-sans text-sm font-semibold tracking-wider">
              {t("tags")}
            </h2>
            <TagLinks locale={locale} tags={post.tags} label={t("taggedLabel")} />
          </section>
          <RelatedQuestions locale={locale} lang={post.locale} questions={post.relatedQuestions} />
          <PostReferences locale={locale} references={post.references} />
          <CallToAction locale={locale} />
        </article>
      </div>
    </Page>
  );
}

/** The post in the other language, in that language: for whoever came to the wrong one. */
function OtherLanguage({ version }: { version: OtherVersion }) {
  const { title, locale } = version;
  return (
    <p lang={locale} className="text-sm">
      {getTranslator(locale, "blog").rich("otherVersion", { title, link: linkTo(version) })}
    </p>
  );
}

function linkTo({ slug, locale }: OtherVersion) {
  return (words: ReactNode) => (
    <a key="link" href={localizedPath(locale, `/blog/${slug}`)} hrefLang={locale} className="text-link">
      {words}
    </a>
  );
}
