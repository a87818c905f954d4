import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { positionOf } from "@/lib/facts/position";
import type { NewListingInput } from "@/lib/listings/schema";
import { refreshSearch } from "@/lib/search/mutations";
import { db, type Db } from "@/lib/server/db";
import { once } from "@/lib/server/once";
import { fromIsoDate } from "@/lib/shared/dates";
import { slugify } from "@/lib/shared/slug";
import { countyOfZip } from "@/lib/sources/county";
import type { StaffSession } from "@/lib/staff/types";
import { findAlike } from "./queries";
import type { AlikeListing } from "./types";

/** Long names would make URLs that nobody can read. */
const MAX_SLUG_LENGTH = 100;

export type Entered = { outcome: "entered"; id: string } | { outcome: "alike"; alike: AlikeListing[] };

/**
 * Enters a listing by hand, as a draft, unless it resembles others than those that whoever enters it saw and says are
 * other places. The position is the middle of its ZIP code, and its county follows from it in California.
 * @param act the same press again gives the same listing
 */
export async function enterListing(
  staff: StaffSession,
  input: NewListingInput,
  act: string | null = null,
): Promise<Entered> {
  return db.$transaction(async (tx) => {
    // One at a time: two people may enter one place at the same moment.
    await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('enter listing'))::text`;
    let alike: AlikeListing[] = [];
    const made = await once(tx, act, async () => {
      alike = await findAlike(tx, input);
      const seen = new Set(input.isOther ? input.others.split(",") : []);
      return alike.every(({ id }) => seen.has(id)) ? create(tx, staff, input) : null;
    });
    return made ? { outcome: "entered", id: made.id } : { outcome: "alike", alike };
  });
}

async function create(tx: Db, staff: StaffSession, input: NewListingInput): Promise<string> {
  const { isOther: _isOther, others: _others, evidenceSeenOn, ...said } = input;
  const position = positionOf(said.zip, []);
  const county = countyOfZip(said.zip);
  const { website: _website, evidence: _evidence, ...columns } = said;
  const byHand = Object.entries(columns).filter(([, value]) => value !== null);
  const { id } = await tx.listing.create({
    data: {
      ...said,
      county,
      slug: await freeSlug(tx, said),
      evidenceSeenOn: fromIsoDate(evidenceSeenOn),
      latitude: position?.latitude ?? null,
      longitude: position?.longitude ?? null,
      positionSource: position?.source ?? null,
      // Imports leave what staff set.
      staffFields: byHand.map(([field]) => field).sort(),
    },
    select: { id: true },
  });
  const after = { ...said, evidenceSeenOn };
  await recordAudit(tx, staff, { action: "listing.entered", subjectType: "listing", subjectId: id, after });
  await refreshSearch(tx);
  return id;
}

/** From name and city; with a number when a page has or had it. */
async function freeSlug(tx: Db, { name, city }: Pick<NewListingInput, "name" | "city">): Promise<string> {
  const wanted = slugify(`${name} ${city}`).slice(0, MAX_SLUG_LENGTH).replace(/-+$/, "") || "listing";
  for (let count = 1; ; count++) {
    const slug = count === 1 ? wanted : `${wanted}-${count}`;
    const taken = await tx.listing.count({ where: { slug } });
    const redirected = await tx.slugRedirect.count({ where: { subject: "listing", fromSlug: slug } });
    if (taken + redirected === 0) return slug;
  }
}
