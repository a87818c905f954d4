import { JsonLd } from "@/components/discovery/json-ld";
import { breadcrumbs } from "@/lib/discovery/json-ld/breadcrumbs";
import { listingPage } from "@/lib/discovery/json-ld/listing";
import { listingPath } from "@/lib/listings/paths";
import type { ListingDetail } from "@/lib/listings/types";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { namedOperator } from "./operator-line";

interface ListingJsonLdProps {
  locale: Locale;
  listing: ListingDetail;
  /** The site's URL without a trailing slash. */
  site: string;
}

/** For search engines: whose place our page is about, and the way to the page. */
export function ListingJsonLd({ locale, listing, site }: ListingJsonLdProps) {
  const path = listingPath(listing.slug);
  const operatorName = namedOperator(listing)?.name ?? null;
  const way = [
    { name: getTranslator(locale, "site.nav")("rankings"), path: "/rankings" },
    { name: listing.name, path },
  ];
  const place = listingPage({ locale, listing, operatorName, url: site + localizedPath(locale, path) });
  return <JsonLd things={[place, breadcrumbs(locale, site, way)]} />;
}
