import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { CallSheet } from "@/components/choices/call-sheet";
import { Page } from "@/components/layout/page";
import { CALL_SHEET_LIMIT, parsePlaces, parseText, parseZip, placesPath } from "@/lib/choices/addresses";
import { nextPlaces } from "@/lib/choices/next-places";
import { findCandidates, findChoice, findPlacesNamed } from "@/lib/choices/queries";
import { positionOf } from "@/lib/facts/position";
import { getStanding } from "@/lib/rankings/queries";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getSettings } from "@/lib/settings/queries";
import { getTranslator } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/call-sheet">;
const PATH = "/call-sheet";

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const t = getTranslator(locale, "callSheet");
  const { slugs } = parsePlaces(await searchParams);
  const path = slugs.length > 0 ? null : PATH;
  return pageMetadata({ locale, path, title: t("title"), description: t("metaDescription") });
}

export default async function CallSheetPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const query = await searchParams;
  const [zip, text] = [parseZip(query), parseText(query, "add")];
  const middle = zip === null ? null : positionOf(zip, []);
  const choice = await findChoice(parsePlaces(query), CALL_SHEET_LIMIT);
  const candidates = await findCandidates(choice.places.map(({ kind }) => kind));
  const standings = await Promise.all(choice.places.map(({ id }) => getStanding(id)));
  const slugs = choice.places.map(({ slug }) => slug);
  return (
    <Page locale={locale} path={placesPath(PATH, slugs, { near: zip })}>
      <CallSheet
        locale={locale}
        choice={choice}
        standings={standings}
        next={nextPlaces(choice.places, candidates, middle)}
        crisisNumbers={(await getSettings()).crisisNumbers.value}
        near={zip === null ? null : { zip, isKnown: middle !== null }}
        search={{ text, found: await findPlacesNamed(text, "open") }}
      />
    </Page>
  );
}
