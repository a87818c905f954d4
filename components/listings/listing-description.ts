import { resolveFacts } from "@/lib/facts/facts";
import { keyFactsOf, MEDICATIONS } from "@/lib/facts/key-facts";
import type { ListingDetail } from "@/lib/listings/types";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { phoneAsWritten } from "@/lib/shared/phone-as-written";
import { listingTitle } from "./listing-name";

/** What search engines show of a description. */
export const MAX_DESCRIPTION_LENGTH = 160;

type Described = Pick<
  ListingDetail,
  "name" | "unit" | "street" | "street2" | "city" | "zip" | "phone" | "presence" | "kind" | "sheets"
>;

/**
 * A place in a line of facts: which one it is, which no other place shares, its kind of care, medications, Medi-Cal and
 * phone. What does not fit whole is left out.
 */
export function listingDescription(locale: Locale, listing: Described): string {
  const t = getTranslator(locale, "listings");
  const { medications, mediCal } = keyFactsOf(resolveFacts(listing.sheets));
  const offered = MEDICATIONS.filter((medication) => medications[medication] === "yes");
  const facts = [
    t(`kind.${listing.kind}`),
    offered.map((medication) => t(`medication.${medication}`)).join(", "),
    mediCal === "yes" ? t("key.mediCal") : "",
    listing.phone ? phoneAsWritten(listing.phone) : "",
    t("detail.metaDescription"),
  ];
  const title = shortened(listingTitle(locale, listing));
  return `${facts.filter(Boolean).reduce(whileItFits, title)}.`;
}

function whileItFits(text: string, fact: string): string {
  const longer = `${text}. ${capital(fact)}`;
  return longer.length < MAX_DESCRIPTION_LENGTH ? longer : text;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shortened(title: string): string {
  return title.length < MAX_DESCRIPTION_LENGTH ? title : `${title.slice(0, MAX_DESCRIPTION_LENGTH - 2)}…`;
}
