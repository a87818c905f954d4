import { doorLines } from "@/lib/facts/door-lines";
import type { Hospital, MedicalBusiness, MedicalClinic, WebPage } from "schema-dts";
import type { ListingKind } from "@/lib/facts/kind";
import type { ListingDetail } from "@/lib/listings/types";
import type { Locale } from "@/lib/shared/i18n";

type MedicalThing = Exclude<MedicalBusiness | MedicalClinic | Hospital, string>;

/**
 * An opioid treatment program gives medicine on the spot; of other places outside of hospitals we do not know that they
 * are clinics.
 */
const TYPES = {
  opioid_treatment_program: "MedicalClinic",
  outpatient: "MedicalBusiness",
  residential: "MedicalBusiness",
  hospital: "Hospital",
} as const satisfies Record<ListingKind, MedicalThing["@type"]>;

interface ListingPage {
  locale: Locale;
  listing: Pick<
    ListingDetail,
    "name" | "unit" | "kind" | "street" | "street2" | "city" | "state" | "zip" | "phone" | "phoneExtension" | "closedOn"
  >;
  /** As the page names it. */
  operatorName: string | null;
  /** The page's full URL. */
  url: string;
}

/**
 * Our page is about their place. It has no rating, because a score from reported services is no review, and nothing that
 * reads as if the place were ours.
 */
export function listingPage({ locale, listing, operatorName, url }: ListingPage): Exclude<WebPage, string> {
  const { name, unit, kind, street, street2, city, state, zip, phone, phoneExtension, closedOn } = listing;
  const door = doorLines({ street, street2 }).join(", ");
  return {
    "@type": "WebPage",
    url,
    name,
    inLanguage: locale,
    about: {
      "@type": TYPES[kind],
      name,
      ...(operatorName && { parentOrganization: { "@type": "Organization", name: operatorName } }),
      ...(unit && { department: { "@type": "MedicalBusiness", name: unit } }),
      ...(phone && { telephone: phoneExtension ? `${phone};ext=${phoneExtension}` : phone }),
      ...(closedOn && { dissolutionDate: closedOn }),
      address: {
        "@type": "PostalAddress",
        // Nobody is told the street of a confidential site.
        ...(door && { streetAddress: door }),
        addressLocality: city,
        addressRegion: state,
        postalCode: zip,
        addressCountry: "US",
      },
    },
  };
}
