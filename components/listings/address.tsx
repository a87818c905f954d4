import type { ListingCard } from "@/lib/facts/card";
import { phoneAsWritten } from "@/lib/shared/phone-as-written";

type PostalAddress = Pick<ListingCard, "street" | "street2" | "city" | "state" | "zip">;

/** "4099 North Mission Road, Building A, Los Angeles, CA 90032" */
export function addressLine({ street, street2, city, state, zip }: PostalAddress): string {
  return [street, street2, city, `${state} ${zip}`].filter(Boolean).join(", ");
}

/** The same in a list of places: a confidential site is told from others of its operator by its phone. */
export function placeLine(place: PostalAddress & Pick<ListingCard, "phone">): string {
  return !place.street && place.phone ? `${addressLine(place)} · ${phoneAsWritten(place.phone)}` : addressLine(place);
}

/** On a card that has its phone as a button: "4099 North Mission Road, Building A, Los Angeles". */
export function streetAndCity({ street, street2, city }: PostalAddress): string {
  return [street, street2, city].filter(Boolean).join(", ");
}

/** The address on the lines of an envelope. */
export function Address({ place: { street, street2, city, state, zip } }: { place: PostalAddress }) {
  return (
    <address className="not-italic">
      {street}
      <br />
      {street2 && (
        <>
          {street2}
          <br />
        </>
      )}
      {city}, {state} {zip}
    </address>
  );
}
