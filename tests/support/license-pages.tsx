// What the page of a place prints of its licenses.
import { renderToStaticMarkup } from "react-dom/server";
import { LicensesSection } from "@/components/listings/licenses-section";
import { findListing } from "@/lib/listings/queries";
import type { ListingDetail } from "@/lib/listings/types";
import { db } from "@/lib/server/db";

/** Of the state's list in the seed. */
export const DAY = "2026-08-21";

export async function listingAt(slug: string): Promise<ListingDetail> {
  const found = await findListing(slug);
  if (found.state !== "published") throw new Error(slug);
  return found.listing;
}

export function sectionFor(listing: ListingDetail, locale: "en" | "es" = "en", today = DAY): string {
  return renderToStaticMarkup(<LicensesSection locale={locale} listing={listing} today={today} />);
}

export async function sectionOf(slug: string, locale: "en" | "es" = "en", today = DAY): Promise<string> {
  return sectionFor(await listingAt(slug), locale, today);
}

/** Of the places that the state's list alone names, which are alike, each so-many-th is printed. */
const STEP = 10;

/** What is printed of published places; one after the other, as a busy database makes many at once wait too long. */
export async function printedOfAll(
  print: (listing: ListingDetail) => string,
): Promise<{ slug: string; html: string }[]> {
  const pages: { slug: string; html: string }[] = [];
  const slugsOf = async (knownByLicense: null | { not: null }) => {
    const where = { status: "published", knownByLicense } as const;
    return (await db.listing.findMany({ where, select: { slug: true }, orderBy: { slug: "asc" } })).map(
      (row) => row.slug,
    );
  };
  const listed = (await slugsOf({ not: null })).filter((_, index) => index % STEP === 0);
  for (const slug of [...(await slugsOf(null)), ...listed]) pages.push({ slug, html: print(await listingAt(slug)) });
  return pages;
}
