import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { canonicalJson } from "@/lib/rankings/checksum";
import { type MethodText, type RankingMethod, rankingMethodSchema } from "@/lib/rankings/schema";
import { db, type Db, type Prisma } from "@/lib/server/db";
import { draftSelect, weightsValues, wordsValues, type DraftRow } from "./admin-queries";
import { partsOf, withWords } from "./parts";
import {
  wordsOf,
  type MethodReviewInput,
  type MethodTarget,
  type MethodValues,
  type MethodWeightsInput,
  type MethodWordsInput,
} from "./schema";
import { isPublic } from "./select";
import { withWeights } from "./method-weights";

export type DraftStart = { outcome: "created" | "exists"; version: number } | { outcome: "no_method" };

export type MethodWrite =
  | { outcome: "saved"; version: number; revision: number }
  | { outcome: "conflict"; version: number; current: DraftRow }
  /** It was discarded or published meanwhile, so it can no longer be changed. */
  | { outcome: "gone" }
  | { outcome: MethodRefusal; version: number };

/** Why a step was not taken; nothing was written. */
export type MethodRefusal =
  /** The weights would not sum to 100. */
  | "unbalanced"
  /** Nothing differs from the newest published method. */
  | "no_change"
  /** The changelog has no entry in one of the languages. */
  | "no_changelog"
  /** Nobody asked for a review, or there is none yet. */
  | "not_ready"
  /** A member who wrote any part of it cannot review it. */
  | "own_work"
  /** The fields hold other weights than the saved ones: a review and a publication apply to the saved draft. */
  | "unsaved";

/**
 * Publishes the method that comes with the software, before there is any staff. It names no author and no reviewer; the
 * database allows that for no other method (docs/decisions/0012). Publishing the same again changes nothing.
 * @throws when the definition is wrong or its version was published with other content: that one never changes
 */
export async function publishFirstMethod(definition: RankingMethod, changelog: MethodText) {
  const parsed = rankingMethodSchema.parse(definition);
  const { version } = parsed;
  return db.$transaction(async (tx) => {
    const existing = await tx.rankingMethod.findUnique({ where: { version }, select: { id: true, definition: true } });
    if (existing && canonicalJson(existing.definition) === canonicalJson(parsed)) return { id: existing.id, version };
    if (existing) throw new Error(`Method ${version} is published with other content: give the new one a new version.`);
    const words = { changelog: changelog.en, changelogEs: changelog.es };
    const { id } = await tx.rankingMethod.create({
      data: { version, definition: parsed, ...words, status: "published", publishedAt: new Date() },
      select: { id: true },
    });
    await record(tx, null, "published", id, { after: { version, ...words } });
    return { id, version };
  });
}

/** Starts a draft that copies the newest published method; when there is a draft already, returns that one. */
export async function startDraft(actorId: string): Promise<DraftStart> {
  return db.$transaction(async (tx) => {
    // One at a time: two drafts would get the same number.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('ranking method'))`;
    const newest = await tx.rankingMethod.findFirst({
      orderBy: { version: "desc" },
      select: { version: true, status: true, definition: true },
    });
    if (!newest) return { outcome: "no_method" };
    if (newest.status !== "published") return { outcome: "exists", version: newest.version };
    const version = newest.version + 1;
    const definition = { ...rankingMethodSchema.parse(newest.definition), version };
    const { id } = await tx.rankingMethod.create({
      data: { version, definition, changelog: "", changelogEs: "", authorIds: [actorId] },
      select: { id: true },
    });
    await record(tx, actorId, "drafted", id, { after: { version, copyOf: newest.version } });
    return { outcome: "created", version };
  });
}

export function saveWeights(actorId: string, { id, version, ...input }: MethodWeightsInput): Promise<MethodWrite> {
  const { points, minimumKnownPercent, priorPercentile, changelog, changelogEs } = input;
  const constants = { minimumKnownShare: minimumKnownPercent / 100, priorPercentile };
  return editDraft(actorId, id, version, ({ definition }) => ({
    definition: withWeights(definition, { points, constants }),
    changelog,
    changelogEs,
  }));
}

export function saveWords(actorId: string, input: MethodWordsInput): Promise<MethodWrite> {
  const { id, version, part } = input;
  return editDraft(actorId, id, version, ({ definition, ...rest }) => ({
    definition: withWords(definition, part, wordsOf(input)),
    ...rest,
  }));
}

/** Hands in a draft: it now waits for a member who wrote no part of it. */
export function requestReview(actorId: string, id: string, version: number): Promise<MethodWrite> {
  return changeDraft(id, async (tx, before) => {
    if (before.status === "draft" && before.reviewRequestedAt) return "saved";
    if (before.revision !== version) return "conflict";
    if (before.status !== "draft") return "not_ready";
    if (!before.changelog || !before.changelogEs) return "no_changelog";
    if (await isUnchanged(tx, before)) return "no_change";
    await write(tx, id, { reviewRequestedAt: new Date(), reviewNote: null });
    await record(tx, actorId, "handed_in", id, { after: { version: before.version } });
    return "saved";
  });
}

/**
 * A second person's answer: approved with a note, or back to its authors with the reason.
 * @param shown the fields of the weights; they must hold what is saved
 */
export function reviewDraft(
  actorId: string,
  { id, version, step, note }: MethodReviewInput,
  shown: MethodValues,
): Promise<MethodWrite> {
  return changeDraft(id, async (tx, before) => {
    if (isAnswered(before, actorId, step, note)) return "saved";
    if (before.revision !== version) return "conflict";
    if (!isSaved(before, shown)) return "unsaved";
    if (before.status !== "draft" || !before.reviewRequestedAt) return "not_ready";
    if (before.authorIds.includes(actorId)) return "own_work";
    const isApproved = step === "approve";
    await write(
      tx,
      id,
      isApproved
        ? { status: "reviewed", reviewedById: actorId, reviewedAt: new Date(), reviewNote: note }
        : { reviewRequestedAt: null, reviewNote: note },
    );
    await record(tx, actorId, isApproved ? "reviewed" : "sent_back", id, { after: { version: before.version, note } });
    return "saved";
  });
}

/** Whether the same answer is already on record. */
function isAnswered(before: DraftRow, actorId: string, step: MethodReviewInput["step"], note: string): boolean {
  if (before.reviewNote !== note) return false;
  if (step === "approve") return before.status === "reviewed" && before.reviewedById === actorId;
  return before.status === "draft" && before.reviewRequestedAt === null;
}

/** Whether the fields of the weights hold what is saved; a field that was not sent says nothing. */
function isSaved(before: DraftRow, shown: MethodValues): boolean {
  const { definition, changelog, changelogEs } = before;
  const saved = weightsValues({ definition: rankingMethodSchema.parse(definition), changelog, changelogEs });
  return Object.entries(saved).every(([field, value]) => {
    const typed = shown[field];
    return typed === undefined || typed.replace(/\r\n?/g, "\n").trim() === value;
  });
}

/**
 * Publishes a reviewed method; nobody can take that back. It computes no edition: staff do that when they are ready.
 * @param shown the fields of the weights; they must hold what was reviewed
 */
export async function publishDraft(
  actorId: string,
  { id, version }: MethodTarget,
  shown: MethodValues,
): Promise<MethodWrite> {
  const written = await changeDraft(id, async (tx, before) => {
    if (before.revision !== version) return "conflict";
    if (!isSaved(before, shown)) return "unsaved";
    if (before.status !== "reviewed") return "not_ready";
    await write(tx, id, { status: "published", publishedAt: new Date() });
    const { changelog, changelogEs } = before;
    await record(tx, actorId, "published", id, { after: { version: before.version, changelog, changelogEs } });
    return "saved";
  });
  if (written.outcome !== "gone") return written;
  // The button was pressed twice: it is published already.
  const done = await db.rankingMethod.findUnique({ where: { id, ...isPublic }, select: methodNames });
  return done ? { outcome: "saved", ...done } : written;
}

/** Discards a draft, reviewed or not; its number is free again. */
export async function discardDraft(actorId: string, { id, version }: MethodTarget): Promise<MethodWrite> {
  const written = await changeDraft(id, async (tx, before) => {
    if (before.revision !== version) return "conflict";
    await tx.rankingMethod.delete({ where: { id }, select: { id: true } });
    const { changelog, changelogEs } = before;
    await record(tx, actorId, "discarded", id, { before: { version: before.version, changelog, changelogEs } });
    return "saved";
  });
  if (written.outcome !== "gone") return written;
  // The button was pressed twice: the draft is gone already.
  const where = { subjectType: "method", subjectId: id, action: "ranking_method.discarded" };
  return (await db.auditEvent.count({ where })) > 0 ? { outcome: "saved", version: 0, revision: version } : written;
}

interface DraftContent {
  definition: RankingMethod;
  changelog: string;
  changelogEs: string;
}

/** Writes an edit, makes its editor an author, and cancels a review. Without a difference it writes nothing. */
function editDraft(
  actorId: string,
  id: string,
  version: number,
  edit: (before: DraftContent) => DraftContent,
): Promise<MethodWrite> {
  return changeDraft(id, async (tx, before) => {
    const was: DraftContent = {
      definition: rankingMethodSchema.parse(before.definition),
      changelog: before.changelog,
      changelogEs: before.changelogEs,
    };
    const edited = edit(was);
    if (!rankingMethodSchema.safeParse(edited.definition).success) return "unbalanced";
    const changed = changedValues(was, edited);
    if (Object.keys(changed.after).length === 0) return "saved";
    if (before.revision !== version) return "conflict";
    const review = { status: "draft", reviewRequestedAt: null, reviewedById: null, reviewedAt: null } as const;
    await write(tx, id, { ...edited, authorIds: [...new Set([...before.authorIds, actorId])], ...review });
    await record(tx, actorId, "edited", id, changed);
    return "saved";
  });
}

const methodNames = { version: true, revision: true } as const satisfies Prisma.RankingMethodSelect;

/** Locks the row before `change` looks at its revision and writes. */
async function changeDraft(
  id: string,
  change: (tx: Db, before: DraftRow) => Promise<"saved" | "conflict" | MethodRefusal>,
): Promise<MethodWrite> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "RankingMethod" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const before = await tx.rankingMethod.findUnique({ where: { id, NOT: isPublic }, select: draftSelect });
    if (!before) return { outcome: "gone" };
    const { version } = before;
    const outcome = await change(tx, before);
    if (outcome === "conflict") return { outcome, version, current: before };
    if (outcome !== "saved") return { outcome, version };
    const now = await tx.rankingMethod.findUnique({ where: { id }, select: methodNames });
    return { outcome, version, revision: now?.revision ?? before.revision };
  });
}

async function write(tx: Db, id: string, data: Prisma.RankingMethodUpdateInput): Promise<void> {
  await tx.rankingMethod.update({ where: { id }, data: { ...data, revision: { increment: 1 } }, select: { id: true } });
}

async function isUnchanged(tx: Db, { version, definition }: DraftRow): Promise<boolean> {
  const newest = await tx.rankingMethod.findFirst({
    where: isPublic,
    orderBy: { version: "desc" },
    select: { definition: true },
  });
  if (!newest) return false;
  return canonicalJson({ ...rankingMethodSchema.parse(newest.definition), version }) === canonicalJson(definition);
}

async function record(
  tx: Db,
  actorId: string | null,
  verb: string,
  subjectId: string,
  change: { before?: object; after?: object },
): Promise<void> {
  await recordAudit(tx, { actorId, action: `ranking_method.${verb}`, subjectType: "method", subjectId, ...change });
}

/** Every field of every form of the method that differs, with both sides. */
function changedValues(before: DraftContent, after: DraftContent) {
  const [was, is] = [valuesOf(before), valuesOf(after)];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => was[field] !== is[field]);
  const only = (values: MethodValues) => Object.fromEntries(fields.map((field) => [field, values[field]]));
  return { before: only(was), after: only(is) };
}

function valuesOf(content: DraftContent): MethodValues {
  const words = partsOf(content.definition).flatMap((part) =>
    Object.entries(wordsValues(part)).map(([field, value]) => [`${part.segment}.${field}`, value] as const),
  );
  return { ...weightsValues(content), ...Object.fromEntries(words) };
}
