import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { Page } from "@/components/layout/page";
import { CountyMap } from "@/components/map/county-map";
import { countyWords } from "@/components/map/map-words";
import { makeAtlas } from "@/lib/map/atlas";
import { overviewOf } from "@/lib/map/overview";
import { MAP_PATH } from "@/lib/map/paths";
import { listMapListings } from "@/lib/map/queries";
import { pageMetadata } from "@/lib/server/page-metadata";

type Props = PageProps<"/[locale]/map">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  return pageMetadata({ locale, path: MAP_PATH, ...countyWords(locale, null) });
}

export default async function MapPage({ params }: Props) {
  const locale = await localeOf(params);
  const places = await listMapListings();
  return (
    <Page locale={locale} path={MAP_PATH}>
      <CountyMap locale={locale} kind={null} overview={overviewOf(places)} sections={makeAtlas(places)} />
    </Page>
  );
}
