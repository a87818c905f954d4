import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { JsonLd } from "@/components/discovery/json-ld";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { KindRanking } from "@/components/rankings/kind/ranking";
import { NoEdition } from "@/components/rankings/no-edition";
import { breadcrumbs } from "@/lib/discovery/json-ld/breadcrumbs";
import { rankedList } from "@/lib/discovery/json-ld/ranking";
import { kindOfSegment } from "@/lib/facts/kind-segment";
import { kindPath } from "@/lib/rankings/kinds";
import { partOf, PROGRAMS_PER_PAGE } from "@/lib/rankings/list-pages";
import { getNewestEdition } from "@/lib/rankings/queries";
import { siteUrl } from "@/lib/server/env";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/rankings/kinds/[kind]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const kind = kindOfSegment((await params).kind);
  const t = getTranslator(locale, "rankings.kinds");
  if (!kind) return pageMetadata({ locale, path: null, title: t("missing.title") });
  const words = { title: t(`metaTitle.${kind}`), description: t(`metaDescription.${kind}`) };
  return pageMetadata({ locale, path: kindPath(kind), ...words });
}

export default async function KindPage({ params }: Props) {
  const locale = await localeOf(params);
  const { kind: segment } = await params;
  const kind = kindOfSegment(segment);
  if (!kind) {
    const t = getTranslator(locale, "rankings.kinds.missing");
    const path = `/rankings/kinds/${segment}`;
    return <MissingPage locale={locale} path={path} title={t("title")} lead={t("lead")} />;
  }
  const edition = await getNewestEdition();
  const t = getTranslator(locale, "rankings.kinds");
  const path = kindPath(kind);
  const name = t(`metaTitle.${kind}`);
  const entries = edition?.entries.filter((entry) => entry.listing.kind === kind) ?? [];
  const part = partOf(entries, 1, PROGRAMS_PER_PAGE);
  const way = [
    { name: getTranslator(locale, "site.nav")("rankings"), path: "/rankings" },
    { name, path },
  ];
  return (
    <Page locale={locale} path={path}>
      {edition && part ? (
        <>
          <JsonLd things={[rankedList(locale, siteUrl(), { name, part }), breadcrumbs(locale, siteUrl(), way)]} />
          <KindRanking locale={locale} edition={edition} kind={kind} part={part} />
        </>
      ) : (
        <NoEdition locale={locale} />
      )}
    </Page>
  );
}
