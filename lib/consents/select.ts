import "server-only";
import { TITLE_COLUMNS } from "@/lib/facts/listing-title";
import { PRESENCE_COLUMNS, withPresence } from "@/lib/facts/presence";
import type { Prisma } from "@/lib/server/db";
import type { ConsentView, ConsentListing } from "./types";

export const consentSelect = {
  id: true,
  textVersion: true,
  locale: true,
  wording: { select: { text: true } },
  scope: true,
  places: {
    select: { listing: { select: { id: true, slug: true, ...TITLE_COLUMNS, ...PRESENCE_COLUMNS } } },
    orderBy: [{ listing: { name: "asc" } }, { listingId: "asc" }],
  },
  mayShare: true,
  givenAt: true,
  expiresAt: true,
  endedAt: true,
  ending: true,
} satisfies Prisma.ConsentSelect;

type ConsentPayload = Prisma.ConsentGetPayload<{ select: typeof consentSelect }>;

export function toConsent({ wording, places, ...consent }: ConsentPayload): ConsentView {
  const named = places.map(({ listing: { id, ...place } }): ConsentListing => {
    return { listingId: id, ...withPresence(place) };
  });
  return { ...consent, text: wording.text, places: named };
}
