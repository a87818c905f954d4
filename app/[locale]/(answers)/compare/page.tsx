import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { Compare } from "@/components/choices/compare";
import { Page } from "@/components/layout/page";
import { MAX_COMPARED, parseListingSlugs, parseText, pathWithListings } from "@/lib/choices/paths";
import { findChoice, findListingsNamed } from "@/lib/choices/queries";
import { getStanding } from "@/lib/rankings/queries";
import { askedIn, askedPairs, nearIn } from "@/lib/search/asked";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";
import { isAsked } from "@/lib/shared/search-params";

type Props = PageProps<"/[locale]/compare">;
const PATH = "/compare";

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "compare");
  const path = isAsked(await searchParams) ? null : PATH;
  return pageMetadata({ locale, path, title: t("title"), description: t("metaDescription") });
}

export default async function ComparePage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const query = await searchParams;
  const [near, text] = [nearIn(query), parseText(query, "add")];
  const onlyDifferences = parseText(query, "only") === "differences";
  const choice = await findChoice(parseListingSlugs(query), MAX_COMPARED);
  const standings = await Promise.all(choice.places.map(({ id }) => getStanding(id)));
  const slugs = choice.places.map(({ slug }) => slug);
  const asked = askedIn(query);
  const state = { near: near?.typed ?? null, only: onlyDifferences ? "differences" : null };
  return (
    <Page locale={locale} path={pathWithListings(PATH, slugs, state, askedPairs(asked))}>
      <Compare
        locale={locale}
        choice={choice}
        standings={standings}
        asked={asked}
        near={near}
        onlyDifferences={onlyDifferences}
        search={{ text, found: await findListingsNamed(text) }}
      />
    </Page>
  );
}
