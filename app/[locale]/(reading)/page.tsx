import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { JsonLd } from "@/components/discovery/json-ld";
import { Hero } from "@/components/home/hero";
import { HowItIsMade } from "@/components/home/how-it-is-made";
import { NewestPosts } from "@/components/home/newest-posts";
import { Picks } from "@/components/home/picks";
import { WhoWeAre } from "@/components/home/who-we-are";
import { Page } from "@/components/layout/page";
import { siteThings } from "@/lib/discovery/json-ld/site";
import { getMethodOfNewestEdition } from "@/lib/methods/queries";
import { listNewestPosts } from "@/lib/posts/queries";
import { getNewestEdition } from "@/lib/rankings/queries";
import { siteUrl } from "@/lib/server/env";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getSettings } from "@/lib/settings/queries";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]">;
const PATH = "/";
const POSTS_SHOWN = 3;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "home");
  return {
    ...pageMetadata({ locale, path: PATH, title: t("metaTitle"), description: t("metaDescription") }),
    title: { absolute: t("metaTitle") },
  };
}

export default async function HomePage({ params }: Props) {
  const locale = await localeOf(params);
  const [edition, method, posts, settings] = await Promise.all([
    getNewestEdition(),
    getMethodOfNewestEdition(),
    listNewestPosts(locale, POSTS_SHOWN),
    getSettings(),
  ]);
  return (
    <Page locale={locale} path={PATH}>
      <JsonLd things={siteThings(locale, siteUrl())} />
      <Hero locale={locale} rankedCount={edition?.rankedCount ?? null} numbers={settings.crisisNumbers.value} />
      <Picks locale={locale} edition={edition} method={method?.definition ?? null} />
      <HowItIsMade locale={locale} method={method?.definition ?? null} />
      <NewestPosts locale={locale} posts={posts} />
      <WhoWeAre locale={locale} />
    </Page>
  );
}
