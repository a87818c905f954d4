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
import { shelfFilters, shelvesOf, type Shelf, type ShelfNeed } from "@/lib/rankings/shelves";
import type { RankedProgram } from "@/lib/rankings/types";
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
  const counts = new Map(await Promise.all(shelves.map(({ need }) => countOf(need))));
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

/** A shelf's name, and how many places its search finds. */
async function countOf(need: ShelfNeed): Promise<[name: string, count: number]> {
  const { fitting } = await countFitting(shelfFilters(need));
  return [need.name, fitting.value];
}

function shelfList(locale: Locale, { need, entries }: Shelf<RankedProgram>) {
  const name = getTranslator(locale, "rankings.shelves")(`${need.name}.title`);
  return rankedList(locale, siteUrl(), { name, part: { entries, from: 1, total: entries.length } });
}
