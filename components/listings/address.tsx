import type { ListingCard } from "@/lib/facts/card";

type PostalAddress = Pick<ListingCard, "street" | "street2" | "city" | "state" | "zip">;

/** "4099 North Mission Road, Building A, Los Angeles, CA 90032" */
export function addressLine({ street, street2, city, state, zip }: PostalAddress): string {
  return [street, street2, city, `${state} ${zip}`].filter(Boolean).join(", ");
}

/** The same on the lines of an envelope. */
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
