import { REASONS, type Reason } from "@/lib/matches/unexplained";
import type { ExplainedLicense } from "@/lib/matches/types";

const WORDS: Readonly<Record<Reason, string>> = {
  ended: "The place's own license has ended",
  other_tenant: "Another tenant at the same address",
  other_city: "A license in another city",
  class_does_not_cover: "Its class does not cover the care",
  phone_of_another_address: "The phone of another address",
};

/** A listing as the report names it. */
export interface NamedListing {
  id: string;
  slug: string;
  name: string;
  unit: string | null;
  city: string;
}

/** Each place with its licenses by reason: those that staff noted, and last those that nobody has explained. */
export function reportLines(listings: readonly NamedListing[], shared: readonly ExplainedLicense[]): string[] {
  const noted = shared.filter(({ reason, note }) => !reason && note);
  const unexplained = unexplainedOf(shared);
  const places = new Set(shared.map(({ listingId }) => listingId)).size;
  return [
    `Places without a current license that share a phone, a name or a house with one: ${places}`,
    ...REASONS.flatMap((reason) =>
      section(
        WORDS[reason],
        shared.filter((each) => each.reason === reason),
        listings,
      ),
    ),
    ...section("Noted by staff", noted, listings),
    ...section("Unexplained, for staff to note at /admin/listings", unexplained, listings),
  ];
}

/** What has neither a reason nor a note. */
export function unexplainedOf(shared: readonly ExplainedLicense[]): ExplainedLicense[] {
  return shared.filter(({ reason, note }) => !reason && !note);
}

function section(title: string, shared: readonly ExplainedLicense[], listings: readonly NamedListing[]): string[] {
  const lines = listings.flatMap(({ id, slug, name, unit, city }) => {
    const own = shared.filter(({ listingId }) => listingId === id);
    if (own.length === 0) return [];
    return [`  ${[name, unit].filter(Boolean).join(", ")}, ${city} (${slug})`, ...own.map(licenseLine)];
  });
  return ["", `${title}: ${shared.length}`, ...lines];
}

function licenseLine({ number, facilityName, shares, note }: ExplainedLicense): string {
  return `    ${number} ${facilityName}: ${shares.join(", ")}${note ? `. ${note.note}` : ""}`;
}
