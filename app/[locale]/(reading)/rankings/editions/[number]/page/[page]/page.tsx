import { cache } from "react";
import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { EditionList } from "@/components/rankings/edition/list";
import { numberOf } from "@/lib/open-data/format";
import { partOf, PROGRAMS_PER_PAGE } from "@/lib/rankings/list-pages";
import { editionListPath, editionPath, RANKINGS_PATH } from "@/lib/rankings/paths";
import { getMoves, getWholeEdition } from "@/lib/rankings/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/rankings/editions/[number]/page/[page]">;

/** A page of one edition's list; null where there is none. */
const listed = cache(async (number: string, page: string) => {
  const wanted = numberOf(number);
  const edition = wanted === null ? null : await getWholeEdition(wanted);
  const part = edition && partOf(edition.entries, numberOf(page), PROGRAMS_PER_PAGE);
  return part && { edition, part };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { number: asked, page: askedPage } = await params;
  const found = await listed(asked, askedPage);
  if (!found) return pageMetadata({ locale, path: null, title: getTranslator(locale, "pages.missing")("title") });
  const t = getTranslator(locale, "rankings");
  const { number } = found.edition;
  const { page, pageCount: count, from, to, total } = found.part;
  const title = t("pages.title", { title: t("oneEdition.metaTitle", { number }), page, count });
  const description = t("pages.editionDescription", { number, page, count, from, to, total });
  return pageMetadata({ locale, path: editionListPath(number, page), title, description });
}

export default async function EditionListPage({ params }: Props) {
  const locale = await localeOf(params);
  const { number: asked, page } = await params;
  const found = await listed(asked, page);
  if (!found) return <MissingPage locale={locale} path={RANKINGS_PATH} />;
  const { edition, part } = found;
  const { number } = edition;
  const t = getTranslator(locale, "rankings.oneEdition");
  return (
    <Page locale={locale} path={editionListPath(number, part.page)}>
      <EditionList
        locale={locale}
        edition={edition}
        part={part}
        moves={await getMoves(number)}
        title={t("title", { number })}
        back={{ path: editionPath(number), words: t("facts") }}
        pathOf={(to) => editionListPath(number, to)}
      />
    </Page>
  );
}
