import { cache } from "react";
import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { JsonLd } from "@/components/discovery/json-ld";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { EditionList } from "@/components/rankings/edition/list";
import { breadcrumbs } from "@/lib/discovery/json-ld/breadcrumbs";
import { rankedList } from "@/lib/discovery/json-ld/ranking";
import { numberOf } from "@/lib/open-data/format";
import { partOf, PROGRAMS_PER_PAGE } from "@/lib/rankings/list-pages";
import { listPath, RANKINGS_PATH } from "@/lib/rankings/paths";
import { getMoves, getNewestEdition } from "@/lib/rankings/queries";
import { siteUrl } from "@/lib/server/env";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/rankings/page/[page]">;

/** A page of the newest list; null where there is none. */
const listed = cache(async (page: string) => {
  const edition = await getNewestEdition();
  const part = edition && partOf(edition.entries, numberOf(page), PROGRAMS_PER_PAGE);
  return part && { edition, part };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const found = await listed((await params).page);
  if (!found) return pageMetadata({ locale, path: null, title: getTranslator(locale, "pages.missing")("title") });
  const t = getTranslator(locale, "rankings");
  const { page, pageCount: count, from, to, total } = found.part;
  const title = t("pages.title", { title: t("metaTitle"), page, count });
  const description = t("pages.description", { page, count, from, to, total });
  return pageMetadata({ locale, path: listPath(page), title, description });
}

export default async function RankedListPage({ params }: Props) {
  const locale = await localeOf(params);
  const found = await listed((await params).page);
  if (!found) return <MissingPage locale={locale} path={RANKINGS_PATH} />;
  const { edition, part } = found;
  const t = getTranslator(locale, "rankings");
  const path = listPath(part.page);
  const title = t("title");
  const way = [
    { name: getTranslator(locale, "site.nav")("rankings"), path: RANKINGS_PATH },
    { name: t("pages.position", { page: part.page, count: part.pageCount }), path },
  ];
  return (
    <Page locale={locale} path={path}>
      <JsonLd things={[rankedList(locale, siteUrl(), { name: title, part }), breadcrumbs(locale, siteUrl(), way)]} />
      <EditionList
        locale={locale}
        edition={edition}
        part={part}
        moves={await getMoves(edition.number)}
        title={title}
        back={{ path: RANKINGS_PATH, words: t("pages.back") }}
        pathOf={listPath}
      />
    </Page>
  );
}
