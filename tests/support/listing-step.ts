import { getListing } from "@/lib/listings/admin-queries";
import { saveListing, type ListingWrite } from "@/lib/listings/mutations";
import { listingSchema, type ListingStep } from "@/lib/listings/schema";
import type { StaffSession } from "@/lib/staff/types";

/** Presses a button of a listing's form, as `staff`, with what stands in its fields. */
export async function stepListing(staff: StaffSession, id: string, step: ListingStep): Promise<ListingWrite> {
  const listing = await getListing(staff, id);
  if (!listing) throw new Error("No such listing.");
  return saveListing(staff, listingSchema.parse({ id, version: listing.version, ...listing.values }), step);
}
