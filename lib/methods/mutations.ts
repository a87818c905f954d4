import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { wasRecorded } from "@/lib/audit/queries";
import type { AuditAction } from "@/lib/audit/types";
import { canonicalJson } from "@/lib/rankings/checksum";
import { type MethodText, type RankingMethod, rankingMethodSchema } from "@/lib/rankings/schema";
import { db, type Db, type Prisma } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";
import { draftSelect, draftValues, weightsValues, type DraftRow } from "./admin-queries";
import { withWords } from "./parts";
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
export async function publishFirstMethod(actor: SystemActor, definition: RankingMethod, changelog: MethodText) {
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
    await record(tx, actor, "ranking_method.published", id, { after: { version, ...words } });
    return { id, version };
  });
}

/** A draft that copies the newest published method; where one is under way already, that one. */
export async function startDraft(staff: StaffSession): Promise<DraftStart> {
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
      data: { version, definition, changelog: "", changelogEs: "", authorIds: [staff.staffId] },
      select: { id: true },
    });
    await record(tx, staff, "ranking_method.drafted", id, { after: { version, copyOf: newest.version } });
    return { outcome: "created", version };
  });
}

export function saveWeights(staff: StaffSession, { id, version, ...input }: MethodWeightsInput): Promise<MethodWrite> {
  const { points, minimumKnownPercent, priorPercentile, changelog, changelogEs } = input;
  const constants = { minimumKnownShare: minimumKnownPercent / 100, priorPercentile };
  return editDraft(staff, id, version, ({ definition }) => ({
    definition: withWeights(definition, { points, constants }),
    changelog,
    changelogEs,
  }));
}

export function saveWords(staff: StaffSession, input: MethodWordsInput): Promise<MethodWrite> {
  const { id, version, part } = input;
  return editDraft(staff, id, version, ({ definition, ...rest }) => ({
    definition: withWords(definition, part, wordsOf(input)),
    ...rest,
  }));
}

/** Hands a draft in: it now waits for somebody who wrote none of it. */
export function requestReview(staff: StaffSession, id: string, version: number): Promise<MethodWrite> {
  return changeDraft(id, async (tx, before) => {
    if (before.status === "draft" && before.reviewRequestedAt) return "saved";
    if (before.revision !== version) return "conflict";
    if (before.status !== "draft") return "not_ready";
    if (!before.changelog || !before.changelogEs) return "no_changelog";
    if (await isUnchanged(tx, before)) return "no_change";
    await write(tx, id, { reviewRequestedAt: new Date(), reviewNote: null });
    await record(tx, staff, "ranking_method.handed_in", id, { after: { version: before.version } });
    return "saved";
  });
}

/**
 * A second person's answer: approved with a note, or back to its authors with the reason.
 * @param shown the fields of the weights; they must hold what is saved
 */
export function reviewDraft(
  staff: StaffSession,
  { id, version, step, note }: MethodReviewInput,
  shown: MethodValues,
): Promise<MethodWrite> {
  return changeDraft(id, async (tx, before) => {
    if (isAnswered(before, staff, step, note)) return "saved";
    if (before.revision !== version) return "conflict";
    if (!isSaved(before, shown)) return "unsaved";
    if (before.status !== "draft" || !before.reviewRequestedAt) return "not_ready";
    if (before.authorIds.includes(staff.staffId)) return "own_work";
    const isApproved = step === "approve";
    await write(
      tx,
      id,
      isApproved
        ? { status: "reviewed", reviewedById: staff.staffId, reviewedAt: new Date(), reviewNote: note }
        : { reviewRequestedAt: null, reviewNote: note },
    );
    const action = isApproved ? "ranking_method.reviewed" : "ranking_method.sent_back";
    await record(tx, staff, action, id, { after: { version: before.version, note } });
    return "saved";
  });
}

/** Whether this very answer stands already. */
function isAnswered(before: DraftRow, staff: StaffSession, step: MethodReviewInput["step"], note: string): boolean {
  if (before.reviewNote !== note) return false;
  if (step === "approve") return before.status === "reviewed" && before.reviewedById === staff.staffId;
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
  staff: StaffSession,
  { id, version }: MethodTarget,
  shown: MethodValues,
): Promise<MethodWrite> {
  const written = await changeDraft(id, async (tx, before) => {
    if (before.revision !== version) return "conflict";
    if (!isSaved(before, shown)) return "unsaved";
    if (before.status !== "reviewed") return "not_ready";
    await write(tx, id, { status: "published", publishedAt: new Date() });
    const { changelog, changelogEs } = before;
    await record(tx, staff, "ranking_method.published", id, {
      after: { version: before.version, changelog, changelogEs },
    });
    return "saved";
  });
  if (written.outcome !== "gone") return written;
  // The button was pressed twice: it is published already.
  const done = await db.rankingMethod.findUnique({ where: { id, ...isPublic }, select: methodNames });
  return done ? { outcome: "saved", ...done } : written;
}

/** Takes a draft away, reviewed or not; its number is free again. */
export async function discardDraft(staff: StaffSession, { id, version }: MethodTarget): Promise<MethodWrite> {
  const written = await changeDraft(id, async (tx, before) => {
    if (before.revision !== version) return "conflict";
    await tx.rankingMethod.delete({ where: { id }, select: { id: true } });
    const { changelog, changelogEs } = before;
    await record(tx, staff, "ranking_method.discarded", id, {
      before: { version: before.version, changelog, changelogEs },
    });
    return "saved";
  });
  if (written.outcome !== "gone") return written;
  // Pressed twice: it was taken away.
  const discarding = { action: "ranking_method.discarded", subjectType: "method", subjectId: id } as const;
  return (await wasRecorded(db, discarding)) ? { outcome: "saved", version: 0, revision: version } : written;
}

interface DraftContent {
  definition: RankingMethod;
  changelog: string;
  changelogEs: string;
}

/** Writes an edit, makes its editor an author, and cancels a review. Without a difference it writes nothing. */
function editDraft(
  staff: StaffSession,
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
    await write(tx, id, { ...edited, authorIds: [...new Set([...before.authorIds, staff.staffId])], ...review });
    await record(tx, staff, "ranking_method.edited", id, changed);
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
  actor: StaffSession | SystemActor,
  action: AuditAction,
  subjectId: string,
  change: { before?: object; after?: object },
): Promise<void> {
  await recordAudit(tx, actor, { action, subjectType: "method", subjectId, ...change });
}

/** Every field of every form of the method that differs, with both sides. */
function changedValues(before: DraftContent, after: DraftContent) {
  const [was, is] = [draftValues(before), draftValues(after)];
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => was[field] !== is[field]);
  const only = (values: MethodValues) => Object.fromEntries(fields.map((field) => [field, values[field]]));
  return { before: only(was), after: only(is) };
}
