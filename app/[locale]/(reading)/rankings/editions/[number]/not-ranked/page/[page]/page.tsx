import { cache } from "react";
import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { NotRankedPage } from "@/components/rankings/not-ranked-page";
import { numberOf } from "@/lib/open-data/format";
import { notRankedPart } from "@/lib/rankings/by-reason";
import { notRankedPath, RANKINGS_PATH } from "@/lib/rankings/paths";
import { getWholeEdition } from "@/lib/rankings/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/rankings/editions/[number]/not-ranked/page/[page]">;

/** A page of what one edition does not rank; null where there is none. */
const leftOut = cache(async (number: string, page: string) => {
  const wanted = numberOf(number);
  const edition = wanted === null ? null : await getWholeEdition(wanted);
  const part = edition && notRankedPart(edition.exclusions, numberOf(page));
  return part && { number: edition.number, part };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { number: edition, page: asked } = await params;
  const found = await leftOut(edition, asked);
  if (!found) return pageMetadata({ locale, path: null, title: getTranslator(locale, "pages.missing")("title") });
  const t = getTranslator(locale, "rankings.pages");
  const { number } = found;
  const { page, pageCount: count, from, to, total } = found.part;
  const title = t("title", { title: t("notRankedOf", { number }), page, count });
  const description = t("editionNotRankedDescription", { number, page, count, from, to, total });
  return pageMetadata({ locale, path: notRankedPath(number, page), title, description });
}

export default async function EditionNotRankedPage({ params }: Props) {
  const locale = await localeOf(params);
  const { number: edition, page } = await params;
  const found = await leftOut(edition, page);
  if (!found) return <MissingPage locale={locale} path={RANKINGS_PATH} />;
  const { number, part } = found;
  return (
    <Page locale={locale} path={notRankedPath(number, part.page)}>
      <NotRankedPage locale={locale} part={part} number={number} />
    </Page>
  );
}
