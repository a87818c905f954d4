import type { WebPage } from "schema-dts";
import type { ListingDetail } from "@/lib/listings/types";
import { serializeJsonLd } from "@/lib/shared/json-ld";
import type { Locale } from "@/lib/shared/i18n";
import { namedOperator } from "./operator-line";

interface ListingJsonLdProps {
  locale: Locale;
  listing: ListingDetail;
  /** The page's full URL. */
  url: string;
}

/**
 * For search engines: our page is about their place. It has no rating, because a score from reported services is
 * no review, and nothing that reads as if the place were ours.
 */
export function ListingJsonLd({ locale, listing, url }: ListingJsonLdProps) {
  const { name, unit, street, street2, city, state, zip, phone, phoneExtension } = listing;
  const operator = namedOperator(listing);
  const page: WebPage = {
    "@type": "WebPage",
    url,
    name,
    inLanguage: locale,
    about: {
      "@type": listing.kind === "hospital" ? "Hospital" : "MedicalBusiness",
      name,
      ...(operator && { parentOrganization: { "@type": "Organization", name: operator.name } }),
      ...(unit && { department: { "@type": "MedicalBusiness", name: unit } }),
      ...(phone && { telephone: phoneExtension ? `${phone};ext=${phoneExtension}` : phone }),
      address: {
        "@type": "PostalAddress",
        streetAddress: [street, street2].filter(Boolean).join(", "),
        addressLocality: city,
        addressRegion: state,
        postalCode: zip,
        addressCountry: "US",
      },
    },
  };
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: serializeJsonLd(page) }} />;
}
