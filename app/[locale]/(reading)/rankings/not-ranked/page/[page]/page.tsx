import { cache } from "react";
import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { NotRankedPage } from "@/components/rankings/not-ranked-page";
import { numberOf } from "@/lib/open-data/format";
import { notRankedPart } from "@/lib/rankings/by-reason";
import { notRankedPath, RANKINGS_PATH } from "@/lib/rankings/paths";
import { getNewestEdition } from "@/lib/rankings/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/rankings/not-ranked/page/[page]">;

/** A page of what the newest edition does not rank; null where there is none. */
const leftOut = cache(async (page: string) => {
  const edition = await getNewestEdition();
  return edition && notRankedPart(edition.exclusions, numberOf(page));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const part = await leftOut((await params).page);
  if (!part) return pageMetadata({ locale, path: null, title: getTranslator(locale, "pages.missing")("title") });
  const t = getTranslator(locale, "rankings");
  const { page, pageCount: count, from, to, total } = part;
  const title = t("pages.title", { title: t("excluded.title"), page, count });
  const description = t("pages.notRankedDescription", { page, count, from, to, total });
  return pageMetadata({ locale, path: notRankedPath(null, page), title, description });
}

export default async function NewestNotRankedPage({ params }: Props) {
  const locale = await localeOf(params);
  const part = await leftOut((await params).page);
  if (!part) return <MissingPage locale={locale} path={RANKINGS_PATH} />;
  return (
    <Page locale={locale} path={notRankedPath(null, part.page)}>
      <NotRankedPage locale={locale} part={part} number={null} />
    </Page>
  );
}
