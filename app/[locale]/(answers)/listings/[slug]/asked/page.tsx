import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { cache } from "react";
import { localeOf } from "@/app/[locale]/locale";
import { Page } from "@/components/layout/page";
import { Listing } from "@/components/listings/listing";
import { listingTitle } from "@/components/listings/listing-name";
import { StandingCard } from "@/components/rankings/standing/card";
import { StandingReason } from "@/components/rankings/standing/reason";
import { Why } from "@/components/rankings/why/why";
import { findChoice, findNext } from "@/lib/choices/queries";
import { getReportedOn } from "@/lib/corrections/queries";
import { findListing } from "@/lib/listings/queries";
import { getStanding } from "@/lib/rankings/queries";
import { askedIn, askedListingPath, nearOf } from "@/lib/search/asked";
import { countChosen } from "@/lib/search/filters";
import { pageMetadata } from "@/lib/server/page-metadata";
import { localizedPath } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/listings/[slug]/asked">;

/** Once per request, for the metadata and the page. */
const lookUp = cache(findListing);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const found = await lookUp((await params).slug);
  const title = found.state === "published" ? listingTitle(locale, found.listing) : "";
  // The page without a question is the one to be found.
  return pageMetadata({ locale, path: null, title });
}

/** The page of a place for somebody who comes from a search: it answers what they asked for, and hands it on. */
export default async function AskedListingPage({ params, searchParams }: Props) {
  const locale = await localeOf(params);
  const { slug } = await params;
  const asked = askedIn(await searchParams);
  const found = await lookUp(slug);
  if (found.state === "moved") redirect(localizedPath(locale, askedListingPath(found.slug, asked)));
  // Only the page without a question can answer that the place is gone (410) or never was (404).
  if (found.state !== "published" || countChosen(asked) === 0) redirect(localizedPath(locale, `/listings/${slug}`));
  const { listing } = found;
  const choice = { slugs: [slug], repeated: false, unreadable: false };
  const [standing, reportedOn, { places }] = await Promise.all([
    getStanding(listing.id),
    getReportedOn(listing.id),
    findChoice(choice, 1),
  ]);
  return (
    <Page locale={locale} path={askedListingPath(slug, asked)}>
      <Listing
        locale={locale}
        listing={listing}
        asked={asked}
        next={await findNext(places, nearOf(asked)?.start?.position ?? null, asked)}
        isRanked={standing?.status === "ranked"}
        reportedOn={reportedOn}
        reason={<StandingReason locale={locale} standing={standing} />}
        standing={<StandingCard locale={locale} standing={standing} />}
        why={standing && <Why locale={locale} standing={standing} slug={listing.slug} asked={asked} />}
      />
    </Page>
  );
}
