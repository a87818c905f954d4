// What the four routes to a page of the map have in common: of all places or of one kind of care, the first page of a
// section or another.

import { cache } from "react";
import type { Metadata } from "next";
import { localeOf } from "@/app/[locale]/locale";
import { JsonLd } from "@/components/discovery/json-ld";
import { MissingPage } from "@/components/layout/missing-page";
import { Page } from "@/components/layout/page";
import { countyTitle, sectionName, sheetWords } from "@/components/map/map-words";
import { SheetView } from "@/components/map/sheet-view";
import { breadcrumbs } from "@/lib/discovery/json-ld/breadcrumbs";
import { kindOfSegment } from "@/lib/facts/kind-segment";
import { findSheet, type ShownSheet } from "@/lib/map/atlas";
import { countyMapPath, MAP_PATH, sheetPath } from "@/lib/map/paths";
import { listCardDetails, listMapListings } from "@/lib/map/queries";
import { sectionOfSegment } from "@/lib/map/sections";
import type { MapCard } from "@/lib/map/types";
import { numberOf } from "@/lib/open-data/format";
import { siteUrl } from "@/lib/server/env";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator } from "@/lib/shared/i18n";

interface SheetParams {
  locale: string;
  area: string;
  kind?: string;
  /** Left out on the first page of a section, which has no other URL. */
  page?: string;
}

interface SheetProps {
  params: Promise<SheetParams>;
}

/** Null where there is no such page. Once per request, for the metadata and the page. */
const lookUp = cache(async (area: string, kindSegment: string | undefined, page: string | undefined) => {
  const key = sectionOfSegment(area);
  const kind = kindSegment === undefined ? null : kindOfSegment(kindSegment);
  const number = page === undefined ? 1 : numberOf(page);
  if (key === undefined || kind === undefined || (page !== undefined && number === 1)) return null;
  return findSheet(await listMapListings(), { kind, key, page: number });
});

export async function sheetMetadata({ params }: SheetProps): Promise<Metadata> {
  const locale = await localeOf(params);
  const { area, kind, page } = await params;
  const sheet = await lookUp(area, kind, page);
  if (!sheet) return pageMetadata({ locale, path: null, title: getTranslator(locale, "pages.missing")("title") });
  return pageMetadata({ locale, path: pathOf(sheet), ...sheetWords(locale, sheet) });
}

export async function sheetPage({ params }: SheetProps) {
  const locale = await localeOf(params);
  const { area, kind, page } = await params;
  const sheet = await lookUp(area, kind, page);
  if (!sheet) return <MissingPage locale={locale} path={MAP_PATH} />;
  const { section } = sheet;
  const way = [
    { name: countyTitle(locale, sheet.kind), path: countyMapPath(sheet.kind) },
    { name: sectionName(locale, section.key), path: sheetPath(sheet.kind, section.key, 1) },
  ];
  return (
    <Page locale={locale} path={pathOf(sheet)}>
      <JsonLd things={[breadcrumbs(locale, siteUrl(), way)]} />
      <SheetView locale={locale} sheet={sheet} cards={await cardsOf(sheet)} />
    </Page>
  );
}

const pathOf = ({ kind, section, page }: ShownSheet) => sheetPath(kind, section.key, page);

/** One that was taken down since the sheet was made is left out. */
async function cardsOf({ section, places }: ShownSheet): Promise<MapCard[]> {
  const details = await listCardDetails(places.map(({ slug }) => slug));
  return places.flatMap((place) => {
    const own = details.get(place.slug);
    const number = section.key === "unlocated" ? null : place.number;
    return own ? [{ ...place, ...own, number, answers: [], distance: null }] : [];
  });
}
