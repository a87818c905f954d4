import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { CountyMap } from "@/components/map/county-map";
import { countyWords } from "@/components/map/map-words";
import { kindOfSegment } from "@/lib/facts/kind-segment";
import { makeAtlas, ofKind } from "@/lib/map/atlas";
import { overviewOf } from "@/lib/map/overview";
import { countyMapPath } from "@/lib/map/paths";
import { listMapListings } from "@/lib/map/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/map/kinds/[kind]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const kind = kindOfSegment((await params).kind);
  if (!kind) return pageMetadata({ locale, path: null, title: getTranslator(locale, "pages.missing")("title") });
  return pageMetadata({ locale, path: countyMapPath(kind), ...countyWords(locale, kind) });
}

export default async function MapOfKindPage({ params }: Props) {
  const locale = await localeOf(params);
  const kind = kindOfSegment((await params).kind);
  if (!kind) return <MissingPage locale={locale} path="/map" />;
  const places = ofKind(await listMapListings(), kind);
  return (
    <Page locale={locale} path={countyMapPath(kind)}>
      <CountyMap locale={locale} kind={kind} overview={overviewOf(places)} sections={makeAtlas(places)} />
    </Page>
  );
}
