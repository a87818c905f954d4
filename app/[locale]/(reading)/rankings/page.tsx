import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { JsonLd } from "@/components/discovery/json-ld";
import { Page } from "@/components/layout/page";
import { NoEdition } from "@/components/rankings/no-edition";
import { Ranking } from "@/components/rankings/ranking";
import { rankedList } from "@/lib/discovery/json-ld/ranking";
import { getMethodOfNewestEdition } from "@/lib/methods/queries";
import { RANKINGS_PATH } from "@/lib/rankings/paths";
import { getMoves, getNewestEdition } from "@/lib/rankings/queries";
import { FROM_ELSEWHERE, shelfFilters, shelvesOf, type Shelf } from "@/lib/rankings/shelves";
import type { RankedProgram } from "@/lib/rankings/types";
import type { ListingFilters } from "@/lib/search/filters";
import { countFitting, listOpenAnswers } from "@/lib/search/queries";
import { siteUrl } from "@/lib/server/env";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/rankings">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "rankings");
  return pageMetadata({ locale, path: RANKINGS_PATH, title: t("metaTitle"), description: t("metaDescription") });
}

export default async function RankingsPage({ params }: Props) {
  const locale = await localeOf(params);
  const edition = await getNewestEdition();
  const method = await getMethodOfNewestEdition();
  const moves = edition && (await getMoves(edition.number));
  const shelves = shelvesOf(edition?.entries ?? [], await listOpenAnswers());
  const searches = [
    ...shelves.map(({ need }) => ({ name: need.name, filters: shelfFilters(need) })),
    { name: "from-elsewhere", filters: FROM_ELSEWHERE },
  ];
  const counts = new Map(await Promise.all(searches.map(countOf)));
  return (
    <Page locale={locale} path={RANKINGS_PATH}>
      {edition && method ? (
        <>
          <JsonLd things={shelves.map((shelf) => shelfList(locale, shelf))} />
          <Ranking
            locale={locale}
            edition={edition}
            moves={moves}
            method={method.definition}
            shelves={shelves}
            counts={counts}
          />
        </>
      ) : (
        <NoEdition locale={locale} />
      )}
    </Page>
  );
}

/** The name of a search, and how many places it finds. */
async function countOf({ name, filters }: { name: string; filters: ListingFilters }): Promise<[string, number]> {
  return [name, (await countFitting(filters)).fitting.value];
}

function shelfList(locale: Locale, { need, entries }: Shelf<RankedProgram>) {
  const name = getTranslator(locale, "rankings.shelves")(`${need.name}.title`);
  return rankedList(locale, siteUrl(), { name, part: { entries, from: 1, total: entries.length } });
}
