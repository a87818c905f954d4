import type { ListingCard } from "./card";

/**
 * The URL that shows the way to a place on OpenStreetMap, which learns the postal address and nothing else: neither the
 * name of the place, nor who asks from where. The suite is left out, because no map finds it.
 * @returns null for a confidential site, whose street nobody prints, and for a place that is not open
 */
export function directionsUrl({
  street,
  city,
  state,
  zip,
  presence,
}: Pick<ListingCard, "street" | "city" | "state" | "zip" | "presence">): string | null {
  if (!street || presence !== "open") return null;
  const to = new URLSearchParams({ to: `${street}, ${city}, ${state} ${zip}` });
  return `https://www.openstreetmap.org/directions?${to}`;
}
