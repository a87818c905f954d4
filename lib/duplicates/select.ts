import "server-only";
import { PRESENCE_COLUMNS } from "@/lib/facts/presence";
import type { Prisma } from "@/lib/server/db";

/** What two listings are compared by. */
export const sideSelect = {
  id: true,
  slug: true,
  siteKey: true,
  name: true,
  ...PRESENCE_COLUMNS,
  unit: true,
  street: true,
  street2: true,
  city: true,
  state: true,
  zip: true,
  county: true,
  phone: true,
  phoneExtension: true,
  intakePhones: true,
  latitude: true,
  longitude: true,
  positionSource: true,
  createdAt: true,
} as const satisfies Prisma.ListingSelect;

export type SideRow = Prisma.ListingGetPayload<{ select: typeof sideSelect }>;

/** Only while nobody has archived or closed one of them. */
export const isOpenQuestion = {
  former: { status: { not: "archived" }, closedOn: null },
  later: { status: { not: "archived" }, closedOn: null },
} as const satisfies Prisma.DuplicateProposalWhereInput;
