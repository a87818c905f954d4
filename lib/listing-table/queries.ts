import "server-only";
import { signsOf, type Sign } from "@/lib/duplicates/evidence";
import { PRESENCE_COLUMNS } from "@/lib/facts/presence";
import { TITLE_COLUMNS } from "@/lib/facts/listing-title";
import type { NewListingInput } from "@/lib/listings/schema";
import { LISTING_STEPS } from "@/lib/listings/types";
import type { Db } from "@/lib/server/db";
import { alikeNamesSql, alikeSql } from "./sought-words-sql";
import type { AlikeListing, BulkTitle, Candidate } from "./types";

/** More are no help to whoever reads them. */
const MAX_SHOWN = 10;
const MAX_NAMES = 20;
const MAX_NEAR = 2_000;
const NAME_LIKENESS = 0.6;
/** A ZIP code, a program or one word say nothing alone. */
const TELLING: readonly Sign[] = ["phone", "name", "door", "house"];

/** The listings, of every status, that a new one resembles: by phone, by address, or by a name like it. */
export async function findAlike(tx: Db, input: NewListingInput): Promise<AlikeListing[]> {
  const { name, phone, zip } = input;
  await tx.$queryRaw(alikeSql(NAME_LIKENESS));
  const named = (await tx.$queryRaw<{ id: string }[]>(alikeNamesSql(name, MAX_NAMES))).map(({ id }) => id);
  const rows = await tx.listing.findMany({
    where: { OR: [{ id: { in: named } }, { zip }, ...(phone ? [{ phone }, { intakePhones: { has: phone } }] : [])] },
    select: { id: true, intakePhones: true, ...TITLE_COLUMNS, ...PRESENCE_COLUMNS },
    orderBy: { id: "asc" },
    take: MAX_NEAR,
  });
  return rows
    .map(({ intakePhones, closedOn: _closedOn, ...row }): AlikeListing => {
      const signs = signsOf({ ...input, intakePhones: [] }, { ...row, intakePhones });
      const isAlike = named.includes(row.id) && !signs.includes("name");
      return { ...row, signs: isAlike ? [...signs, "alike"] : signs };
    })
    .filter(({ signs }) => signs.some((sign) => sign === "alike" || TELLING.includes(sign)))
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, MAX_SHOWN);
}

function weightOf({ signs }: AlikeListing): number {
  return 10 * signs.filter((sign) => sign !== "alike" && TELLING.includes(sign)).length + signs.length;
}

/** What decides about an act on many listings, in the order of the ids. @param leftToOthers those that only others judge */
export async function findCandidates(
  tx: Db,
  ids: readonly string[],
  leftToOthers: ReadonlySet<string>,
): Promise<Candidate[]> {
  const rows = await tx.listing.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, slug: true, version: true, status: true, staffFields: true },
  });
  const steps = await tx.auditEvent.findMany({
    where: {
      subjectType: "listing",
      subjectId: { in: [...ids] },
      action: { in: Object.values(LISTING_STEPS).map(({ action }) => action) },
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
    distinct: ["subjectId"],
    select: { subjectId: true, action: true, before: true },
  });
  const stepOf = new Map(steps.map((step) => [step.subjectId, step]));
  const leading = await tx.slugRedirect.findMany({
    where: { subject: "listing", fromSlug: { in: rows.map(({ slug }) => slug) } },
    select: { fromSlug: true, subjectId: true },
  });
  const leadsTo = new Map(leading.map(({ fromSlug, subjectId }) => [fromSlug, subjectId]));
  const found = new Map(
    rows.map(({ slug, ...row }): [string, Candidate] => {
      const last = stepOf.get(row.id);
      const before = last?.action === "listing.archived" ? (last.before as { status?: Candidate["status"] }) : null;
      const isMerged = (leadsTo.get(slug) ?? row.id) !== row.id;
      const isLeftToOthers = leftToOthers.has(row.id);
      return [row.id, { ...row, archivedFrom: before?.status ?? null, isMerged, isLeftToOthers }];
    }),
  );
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** What names each of these listings, by id. */
export async function findTitles(tx: Db, ids: readonly string[]): Promise<Map<string, BulkTitle>> {
  const rows = await tx.listing.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, ...TITLE_COLUMNS, ...PRESENCE_COLUMNS },
  });
  return new Map(rows.map(({ closedOn: _closedOn, status: _status, ...row }) => [row.id, row]));
}
