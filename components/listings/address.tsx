import { doorLines } from "@/lib/facts/door-lines";
import type { ListingCard } from "@/lib/facts/card";
import { phoneAsWritten } from "@/lib/shared/phone-as-written";

type PostalAddress = Pick<ListingCard, "street" | "street2" | "city" | "state" | "zip">;

/** "4099 North Mission Road, Building A, Los Angeles, CA 90032" */
export function addressLine({ city, state, zip, ...place }: PostalAddress): string {
  return [...doorLines(place), city, `${state} ${zip}`].join(", ");
}

/** The same in a list of places: a confidential site is told from others of its operator by its phone. */
export function placeLine(place: PostalAddress & Pick<ListingCard, "phone">): string {
  return !place.street && place.phone ? `${addressLine(place)} · ${phoneAsWritten(place.phone)}` : addressLine(place);
}

/** On a card that has its phone as a button: "4099 North Mission Road, Building A, Los Angeles". */
export function streetAndCity({ city, ...place }: PostalAddress): string {
  return [...doorLines(place), city].join(", ");
}

/** The address on the lines of an envelope. */
export function Address({ place }: { place: PostalAddress }) {
  const { city, state, zip } = place;
  const [street, street2] = doorLines(place);
  return (
    <address className="not-italic">
      {street && <span className="block">{street}</span>}
      {street2 && <span className="block">{street2}</span>}
      {city}, {state} {zip}
    </address>
  );
}
