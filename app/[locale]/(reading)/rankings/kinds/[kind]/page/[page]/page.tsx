import { cache } from "react";
import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { JsonLd } from "@/components/discovery/json-ld";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { KindRanking } from "@/components/rankings/kind/ranking";
import { breadcrumbs } from "@/lib/discovery/json-ld/breadcrumbs";
import { rankedList } from "@/lib/discovery/json-ld/ranking";
import { kindOfSegment } from "@/lib/facts/kind-segment";
import { numberOf } from "@/lib/open-data/format";
import { kindPath } from "@/lib/rankings/kinds";
import { partOf, PROGRAMS_PER_PAGE } from "@/lib/rankings/list-pages";
import { kindListPath, RANKINGS_PATH } from "@/lib/rankings/paths";
import { getNewestEdition } from "@/lib/rankings/queries";
import { siteUrl } from "@/lib/server/env";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/rankings/kinds/[kind]/page/[page]">;

/** Page 2 onward, the first being the kind's own; null where there is none. */
const listed = cache(async (segment: string, page: string) => {
  const kind = kindOfSegment(segment);
  const number = numberOf(page);
  const edition = kind && number !== 1 ? await getNewestEdition() : null;
  const entries = edition?.entries.filter(({ listing }) => listing.kind === kind) ?? [];
  const part = partOf(entries, number, PROGRAMS_PER_PAGE);
  return kind && edition && part && { kind, edition, part };
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { kind: segment, page: asked } = await params;
  const found = await listed(segment, asked);
  if (!found) return pageMetadata({ locale, path: null, title: getTranslator(locale, "pages.missing")("title") });
  const t = getTranslator(locale, "rankings");
  const { kind, part } = found;
  const { page, pageCount: count, from, to, total } = part;
  const title = t("pages.title", { title: t(`kinds.metaTitle.${kind}`), page, count });
  const description = t("pages.kindDescription", { title: t(`kinds.title.${kind}`), page, count, from, to, total });
  return pageMetadata({ locale, path: kindListPath(kind, page), title, description });
}

export default async function KindListPage({ params }: Props) {
  const locale = await localeOf(params);
  const { kind: segment, page } = await params;
  const found = await listed(segment, page);
  if (!found) return <MissingPage locale={locale} path={RANKINGS_PATH} />;
  const { kind, edition, part } = found;
  const t = getTranslator(locale, "rankings");
  const name = t(`kinds.metaTitle.${kind}`);
  const path = kindListPath(kind, part.page);
  const way = [
    { name: getTranslator(locale, "site.nav")("rankings"), path: RANKINGS_PATH },
    { name, path: kindPath(kind) },
    { name: t("pages.position", { page: part.page, count: part.pageCount }), path },
  ];
  return (
    <Page locale={locale} path={path}>
      <JsonLd things={[rankedList(locale, siteUrl(), { name, part }), breadcrumbs(locale, siteUrl(), way)]} />
      <KindRanking locale={locale} edition={edition} kind={kind} part={part} />
    </Page>
  );
}
