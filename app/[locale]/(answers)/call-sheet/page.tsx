import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { CallSheet } from "@/components/choices/call-sheet";
import { Page } from "@/components/layout/page";
import { MAX_ON_CALL_SHEET, parseListingSlugs, parseText, pathWithListings } from "@/lib/choices/paths";
import { findChoice, findListingsNamed, findNext } from "@/lib/choices/queries";
import { getStanding } from "@/lib/rankings/queries";
import { askedIn, askedPairs, nearIn } from "@/lib/search/asked";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getSettingsAtOnce } from "@/lib/settings/queries";
import { getTranslator } from "@/lib/shared/i18n";
import { isAsked } from "@/lib/shared/search-params";

type Props = PageProps<"/[locale]/call-sheet">;
const PATH = "/call-sheet";

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "callSheet");
  const path = isAsked(await searchParams) ? null : PATH;
  return pageMetadata({ locale, path, title: t("title"), description: t("metaDescription") });
}

export default async function CallSheetPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const query = await searchParams;
  const [near, text] = [nearIn(query), parseText(query, "add")];
  const choice = await findChoice(parseListingSlugs(query), MAX_ON_CALL_SHEET);
  const asked = askedIn(query);
  const standings = await Promise.all(choice.places.map(({ id }) => getStanding(id)));
  const slugs = choice.places.map(({ slug }) => slug);
  return (
    <Page locale={locale} path={pathWithListings(PATH, slugs, { near: near?.typed ?? null }, askedPairs(asked))}>
      <CallSheet
        locale={locale}
        choice={choice}
        standings={standings}
        asked={asked}
        next={await findNext(choice.places, near?.start?.position ?? null, asked)}
        crisisNumbers={(await getSettingsAtOnce()).crisisNumbers.value}
        near={near}
        search={{ text, found: await findListingsNamed(text, "open") }}
      />
    </Page>
  );
}
