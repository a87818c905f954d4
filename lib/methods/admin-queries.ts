import "server-only";
import { SERVED_COUNTY } from "@/lib/facts/served-county";
import { computeEdition } from "@/lib/rankings/ranking-edition";
import { readInputs } from "@/lib/rankings/queries";
import { type RankingMethod, rankingMethodSchema } from "@/lib/rankings/schema";
import { db, type Prisma } from "@/lib/server/db";
import { today } from "@/lib/shared/dates";
import type { StaffSession } from "@/lib/staff/types";
import { methodChanges } from "./changes";
import { partsOf, type MethodPart } from "./parts";
import { rankChanges, type RankChanges } from "./rank-changes";
import type { MethodValues } from "./schema";
import { isPublic } from "./select";
import type { DraftForStaff, MethodRow } from "./types";

/** Every column that editing and reviewing a draft need. */
export const draftSelect = {
  id: true,
  version: true,
  status: true,
  revision: true,
  definition: true,
  changelog: true,
  changelogEs: true,
  authorIds: true,
  reviewRequestedAt: true,
  reviewedById: true,
  reviewedAt: true,
  reviewNote: true,
} satisfies Prisma.RankingMethodSelect;

export type DraftRow = Prisma.RankingMethodGetPayload<{ select: typeof draftSelect }>;

/** Every method version, newest first. */
export async function listMethods(_staff: StaffSession): Promise<MethodRow[]> {
  const rows = await db.rankingMethod.findMany({
    orderBy: { version: "desc" },
    select: {
      version: true,
      status: true,
      changelog: true,
      reviewRequestedAt: true,
      publishedAt: true,
      _count: { select: { editions: true } },
    },
  });
  return rows.map(({ _count, ...row }) => ({ ...row, editionCount: _count.editions }));
}

/** Drafts that were handed in, and of which this member wrote nothing: they may be the second person. */
export function countForSecondPerson({ staffId }: StaffSession): Promise<number> {
  return db.rankingMethod.count({
    where: { status: "draft", reviewRequestedAt: { not: null }, NOT: { authorIds: { has: staffId } } },
  });
}

/** A method that is not published yet, as its pages show it; null when there is none of that version. */
export async function getDraft(staff: StaffSession, version: number): Promise<DraftForStaff | null> {
  const row = await db.rankingMethod.findUnique({ where: { version, NOT: isPublic }, select: draftSelect });
  if (!row) return null;
  const base = await newestPublished();
  const definition = rankingMethodSchema.parse(row.definition);
  const { id, status, revision, reviewRequestedAt, reviewedAt, reviewNote, changelog, changelogEs } = row;
  return {
    id,
    version,
    status: status === "reviewed" ? "reviewed" : "draft",
    revision,
    definition,
    changelog: { en: changelog, es: changelogEs },
    reviewRequestedAt,
    reviewedAt,
    reviewNote,
    isOwnWork: row.authorIds.includes(staff.staffId),
    people: await namesOf(row),
    baseVersion: base?.version ?? null,
    changes: base ? methodChanges(base, definition) : [],
  };
}

/**
 * How the ranking would change if an edition were computed today with a draft, compared with the newest published
 * method over the same facts. Nothing is written. Null when there is no such draft, or nothing to compare it with.
 */
export async function previewDraft(_staff: StaffSession, version: number): Promise<RankChanges | null> {
  const row = await db.rankingMethod.findUnique({ where: { version, NOT: isPublic }, select: { definition: true } });
  const base = await newestPublished();
  if (!row || !base) return null;
  const { inputs } = await readInputs(db, SERVED_COUNTY, today());
  const draft = rankingMethodSchema.parse(row.definition);
  return rankChanges(computeEdition(base, inputs), computeEdition(draft, inputs));
}

/** The published version with that number, so that its admin URL can redirect; null when there is none. */
export async function findPublishedVersion(_staff: StaffSession, version: number): Promise<number | null> {
  const row = await db.rankingMethod.findUnique({ where: { version, ...isPublic }, select: { version: true } });
  return row?.version ?? null;
}

/** Weights, constants and changelog as the words of a form. */
export function weightsValues({ definition, changelog, changelogEs }: DraftValuesOf): MethodValues {
  const criteria = definition.groups.flatMap((group) => group.criteria);
  return {
    ...Object.fromEntries(criteria.map(({ key, points }) => [`points.${key}`, String(points)])),
    minimumKnownPercent: String(Math.round(definition.constants.minimumKnownShare * 1000) / 10),
    priorPercentile: String(definition.constants.priorPercentile),
    changelog,
    changelogEs,
  };
}

interface DraftValuesOf {
  definition: RankingMethod;
  changelog: string;
  changelogEs: string;
}

/** The words of one part as a form shows them. */
export function wordsValues({ name, explanation, evidence }: MethodPart): MethodValues {
  const rows = (evidence ?? []).map(({ title, url, year, claim }, at) => ({
    [`evidence.${at}.title`]: title,
    [`evidence.${at}.url`]: url,
    [`evidence.${at}.year`]: year?.toString() ?? "",
    [`evidence.${at}.claimEn`]: claim.en,
    [`evidence.${at}.claimEs`]: claim.es,
  }));
  return Object.assign(
    { nameEn: name.en, nameEs: name.es, explanationEn: explanation.en, explanationEs: explanation.es },
    ...rows,
  ) as MethodValues;
}

/** Every field of every form of a draft, as the log keeps it: those of a part by `segment.field`. */
export function draftValues(content: DraftValuesOf): MethodValues {
  const words = partsOf(content.definition).flatMap((part) =>
    Object.entries(wordsValues(part)).map(([field, value]) => [`${part.segment}.${field}`, value] as const),
  );
  return { ...weightsValues(content), ...Object.fromEntries(words) };
}

async function newestPublished(): Promise<RankingMethod | null> {
  const row = await db.rankingMethod.findFirst({
    where: isPublic,
    orderBy: { version: "desc" },
    select: { definition: true },
  });
  return row && rankingMethodSchema.parse(row.definition);
}

async function namesOf({ authorIds, reviewedById }: DraftRow): Promise<DraftForStaff["people"]> {
  const members = await db.staffMember.findMany({
    where: { id: { in: [...authorIds, reviewedById ?? ""] }, removedAt: null },
    select: { id: true, name: true },
  });
  const nameOf = (id: string) => members.find((member) => member.id === id)?.name;
  const authors = authorIds.map(nameOf).filter((name) => name !== undefined);
  return { authors, reviewer: (reviewedById && nameOf(reviewedById)) ?? null };
}
