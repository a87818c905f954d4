import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { localeOf } from "@/app/[locale]/locale";
import { Page } from "@/components/layout/page";
import { DangerPage } from "@/components/listings/danger-page";
import { IgnoredParts } from "@/components/listings/ignored-parts";
import { SearchDanger } from "@/components/listings/search-danger";
import { searchTitle } from "@/components/listings/search-title";
import { SearchMap } from "@/components/map/search-map";
import { MAP_PATH, searchMapPath } from "@/lib/map/paths";
import { listPositions } from "@/lib/map/queries";
import { isDangerAlone } from "@/lib/search/danger";
import { parseFilters } from "@/lib/search/filters";
import { searchOnce } from "@/lib/search/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator, localizedPath } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/map/asked">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { filters } = parseFilters(await searchParams);
  const everything = getTranslator(locale, "map.asked")("title");
  const asked = searchTitle(locale, filters, await searchOnce(filters), everything);
  const title = asked === everything ? everything : getTranslator(locale, "filters.titles")("map", { asked });
  // Of countless questions none is to be found; no robot goes on from one to the next.
  return { ...pageMetadata({ locale, path: null, title }), robots: { index: false, follow: false } };
}

/** The map of a search: what was asked for stays, on the way here and on the way back. */
export default async function SearchMapPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { filters, ignored } = parseFilters(await searchParams);
  const path = searchMapPath(filters);
  if (path === MAP_PATH) redirect(localizedPath(locale, MAP_PATH));
  const answer = await searchOnce(filters);
  if (isDangerAlone(filters, answer.text))
    return <DangerPage locale={locale} path={path} filters={filters} text={answer.text} />;
  const positions = await listPositions(answer.result.hits.map(({ slug }) => slug));
  return (
    <Page locale={locale} path={path} first={<SearchDanger locale={locale} text={answer.text} />}>
      <h1 className="text-2xl sm:text-4xl">{getTranslator(locale, "map.asked")("title")}</h1>
      <IgnoredParts locale={locale} ignored={ignored} />
      <SearchMap locale={locale} filters={filters} answer={answer} positions={positions} />
    </Page>
  );
}
