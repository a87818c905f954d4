import { cache } from "react";
import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { localeOf } from "@/app/[locale]/locale";
import { Page } from "@/components/layout/page";
import { Listing } from "@/components/listings/listing";
import { listingDescription } from "@/components/listings/listing-description";
import { ListingJsonLd } from "@/components/listings/listing-json-ld";
import { NoListing } from "@/components/listings/no-listing";
import { listingTitle } from "@/components/listings/listing-name";
import { StandingCard } from "@/components/rankings/standing/card";
import { StandingReason } from "@/components/rankings/standing/reason";
import { Why } from "@/components/rankings/why/why";
import { getReportedOn } from "@/lib/corrections/queries";
import { findListing } from "@/lib/listings/queries";
import { getStanding } from "@/lib/rankings/queries";
import { siteUrl } from "@/lib/server/env";
import { pageMetadata } from "@/lib/server/page-metadata";
import { getTranslator, localizedPath } from "@/lib/shared/i18n";

type Props = PageProps<"/[locale]/listings/[slug]">;

/** Once per request, for the metadata and the page. */
const lookUp = cache(findListing);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = await localeOf(params);
  const { slug } = await params;
  const found = await lookUp(slug);
  const t = getTranslator(locale, "listings");
  if (found.state === "archived") return pageMetadata({ locale, path: null, title: t("archived.title", found) });
  if (found.state !== "published") return pageMetadata({ locale, path: null, title: t("unknown.title") });
  const title = listingTitle(locale, found.listing);
  const description = listingDescription(locale, found.listing);
  return pageMetadata({ locale, path: `/listings/${slug}`, title, description });
}

export default async function ListingPage({ params }: Props) {
  const locale = await localeOf(params);
  const { slug } = await params;
  const path = `/listings/${slug}`;
  const found = await lookUp(slug);
  if (found.state === "moved") redirect(localizedPath(locale, `/listings/${found.slug}`));
  if (found.state !== "published")
    return (
      <Page locale={locale} path={path} status={found.state === "archived" ? 410 : 404}>
        <NoListing locale={locale} archivedName={found.state === "archived" ? found.name : undefined} />
      </Page>
    );
  const { listing } = found;
  const [standing, reportedOn] = await Promise.all([getStanding(listing.id), getReportedOn(listing.id)]);
  return (
    <Page locale={locale} path={path}>
      <ListingJsonLd locale={locale} listing={listing} site={siteUrl()} />
      <Listing
        locale={locale}
        listing={listing}
        isRanked={standing?.status === "ranked"}
        reportedOn={reportedOn}
        reason={<StandingReason locale={locale} standing={standing} />}
        standing={<StandingCard locale={locale} standing={standing} />}
        why={standing && <Why locale={locale} standing={standing} slug={listing.slug} />}
      />
    </Page>
  );
}
