import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { recordAudit } from "@/lib/audit/mutations";
import { hasStaffTouched } from "@/lib/audit/queries";
import { formerSlugs, redirectSlug, slugLeadsElsewhere } from "@/lib/redirects/mutations";
import { db, Prisma, type Db } from "@/lib/server/db";
import { once } from "@/lib/server/once";
import { fromIsoDate, toIsoDate } from "@/lib/shared/dates";
import { slugify } from "@/lib/shared/slug";
import type { StaffSession } from "@/lib/staff/types";
import { editorSelect, loggedValues, postValues, type EditedPost } from "./admin-queries";
import { columnsOf, type PostWords } from "./columns";
import type { PostInput, PostStep, PostValues } from "./schema";
import { tagSelect } from "./select";
import { meantTags } from "./tag-names";
import { tagsInOrder } from "./tag-order";
import { translationFault, type TranslationFault } from "./translation-rules";

/** The URLs and lists a write touched. */
export interface PostTouched {
  slugs: string[];
  tagSlugs: string[];
}

export type PostWrite =
  | ({ outcome: "saved" } & PostTouched)
  | { outcome: "conflict"; current: EditedPost }
  | { outcome: "slug_taken" }
  | { outcome: "mistranslated"; fieldErrors: TranslationFault }
  | { outcome: "incomplete" }
  | { outcome: "gone" };

/** A new draft under a free slug made of its title; returns its id. */
export async function createPost(
  staff: StaffSession,
  words: { title: string; locale: string },
  act: string | null = null,
): Promise<string> {
  const made = await db.$transaction((tx) => once(tx, act, () => writeDraft(tx, staff, words)));
  return made!.id;
}

async function writeDraft(
  tx: Db,
  staff: StaffSession,
  { title, locale }: { title: string; locale: string },
): Promise<string> {
  const slug = await freeSlug(tx, slugify(title) || "post");
  const data = { title, locale, slug, summary: "", body: "" };
  const { id } = await tx.post.create({ data, select: { id: true } });
  await recordAudit(tx, staff, {
    action: "post.created",
    subjectType: "post",
    subjectId: id,
    after: { title, slug },
  });
  return id;
}

/** A step of a post, taken with the words that are saved; a post without a date is published with the date `day`. */
interface PostMove {
  step: PostStep;
  /** YYYY-MM-DD. */
  day: string;
}

const STEPS = {
  publish: { status: "published", action: "post.published" },
  unpublish: { status: "draft", action: "post.unpublished" },
  archive: { status: "archived", action: "post.archived" },
} as const;

/**
 * Writes an editor's post over the version that the editor saw, adds a redirect when the slug changes, takes the step
 * that was asked for, and records both in the audit. It does not write a value that is already there, so a button that
 * is pressed twice acts once.
 */
export async function savePost(
  staff: StaffSession,
  { id, version, ...typed }: PostInput,
  { step, day }: PostMove,
): Promise<PostWrite> {
  const moved = step && STEPS[step];
  try {
    return await changePost([id, typed.translatesId], async (tx, before) => {
      const known = await tx.tag.findMany({ select: tagSelect });
      const input = { ...typed, tags: meantTags(typed.tags, typed.locale, known) };
      const status = moved?.status ?? before.status;
      const dated = { ...input, publishedOn: input.publishedOn ?? (step === "publish" ? shownOn(before, day) : null) };
      if (isWritten(before, dated, status)) return { outcome: "saved", ...(await touched(tx, before, before)) };
      if (before.version !== version) return { outcome: "conflict", current: before };
      if (await slugLeadsElsewhere(tx, "post", id, input.slug)) return { outcome: "slug_taken" };
      const fieldErrors = await faultOf(tx, before, typed);
      if (fieldErrors) return { outcome: "mistranslated", fieldErrors };
      if (status === "published" && !(isComplete(dated) && dated.publishedOn)) return { outcome: "incomplete" };
      const after = await write(tx, id, dated, status);
      if (before.slug !== after.slug) await redirectSlug(tx, "post", id, before.slug, after.slug);
      const subject = { subjectType: "post", subjectId: id } as const;
      const changed = changedValues(loggedValues(before), loggedValues(after));
      if (Object.keys(changed.after).length > 0)
        await recordAudit(tx, staff, { ...subject, action: "post.edited", ...changed });
      if (moved && status !== before.status) {
        const change = { before: { status: before.status }, after: { status } };
        await recordAudit(tx, staff, { ...subject, action: moved.action, ...change });
      }
      return { outcome: "saved", ...(await touched(tx, before, after)) };
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      return { outcome: "slug_taken" };
    throw error;
  }
}

/**
 * Writes a post of the house anew, when its words are others than those that are there, and records how it read before.
 * A post that a member of the team ever made, edited or moved is the team's and stays as it is.
 * @returns whether it was written; false also where there is no such post
 */
export async function renewPost(actor: SystemActor, words: PostWords): Promise<boolean> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "Post" WHERE "slug" = ${words.slug} FOR UPDATE`;
    const before = await tx.post.findUnique({ where: { slug: words.slug }, select: editorSelect });
    if (!before || isWritten(before, words, before.status)) return false;
    const subject = { subjectType: "post", subjectId: before.id } as const;
    if (await hasStaffTouched(tx, subject)) return false;
    const after = await write(tx, before.id, words, before.status);
    const changed = changedValues(loggedValues(before), loggedValues(after));
    await recordAudit(tx, actor, { ...subject, action: "post.edited", ...changed });
    return true;
  });
}

/** The date of a published post whose field is empty: today, or the date that the same press set a moment ago. */
function shownOn({ status, publishedOn }: EditedPost, day: string): string {
  return status === "published" && publishedOn ? toIsoDate(publishedOn) : day;
}

function isWritten(before: EditedPost, input: PostWords, status: string): boolean {
  if (before.status !== status) return false;
  const changed = changedValues(postValues(before), postValues(asPost(before, input)));
  return Object.keys(changed.after).length === 0 && slugsOf(tagsInOrder(before)) === slugsOf(input.tags);
}

/** A tag keeps the spelling it came with first, so tags are the same when their URLs are. */
function slugsOf(tags: readonly { slug: string }[]): string {
  return tags.map(({ slug }) => slug).join();
}

/** The columns as they would be in the database, without the tags. */
function asPost(before: EditedPost, { publishedOn, references, ...input }: PostWords): EditedPost {
  return {
    ...before,
    ...input,
    tags: before.tags,
    publishedOn: publishedOn ? fromIsoDate(publishedOn) : null,
    references: references.map(({ checkedOn, ...each }) => ({
      ...each,
      checkedOn: checkedOn ? fromIsoDate(checkedOn) : null,
    })),
  };
}

async function faultOf(
  tx: Db,
  { id, translations }: EditedPost,
  { locale, translatesId }: Pick<PostWords, "locale" | "translatesId">,
): Promise<TranslationFault | null> {
  const version = { select: { id: true, locale: true } };
  const select = { id: true, locale: true, translatesId: true, translations: version };
  const original = translatesId === null ? null : await tx.post.findUnique({ where: { id: translatesId }, select });
  return translationFault({ id, locale, translatesId, translations }, original);
}

/**
 * Locks the row of a post before `change` looks at its version and writes; that of its original too, so that a second
 * translation waits. In one order, so that two who change each other's posts do not wait for each other.
 */
async function changePost(
  [id, originalId]: [id: string, originalId: string | null],
  change: (tx: Db, before: EditedPost) => Promise<PostWrite>,
): Promise<PostWrite> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "Post" WHERE "id" IN (${id}::uuid, ${originalId}::uuid) ORDER BY "id" FOR UPDATE`;
    const before = await tx.post.findUnique({ where: { id }, select: editorSelect });
    if (!before) return { outcome: "gone" };
    return change(tx, before);
  });
}

async function write(tx: Db, id: string, input: PostWords, status: EditedPost["status"]): Promise<EditedPost> {
  const { columns, tags, rows } = columnsOf(input);
  const instead = <Row>(create: Row[]) => ({ deleteMany: {}, create });
  return tx.post.update({
    where: { id },
    data: {
      ...columns,
      status,
      version: { increment: 1 },
      tags: { set: [], ...tags },
      relatedQuestions: instead(rows.relatedQuestions),
      credits: instead(rows.credits),
      references: instead(rows.references),
    },
    select: editorSelect,
  });
}

/** A post without text is never public. */
function isComplete({ summary, body }: { summary: string; body: string }): boolean {
  return summary !== "" && body !== "";
}

/**
 * Former URLs too: the pages there say where the post is now. And the post in the other language: its pages name this one,
 * or lead to it, and lists show the one or the other.
 */
async function touched(tx: Db, before: EditedPost, after: EditedPost): Promise<PostTouched> {
  const posts = [before, after, ...versionsOf(before), ...versionsOf(after)];
  const ids = [...new Set(posts.map(({ id }) => id))];
  const former = await Promise.all(ids.map((id) => formerSlugs(tx, "post", id)));
  const slugs = [...posts.map(({ slug }) => slug), ...former.flat()];
  const tagSlugs = posts.flatMap(({ tags }) => tags).map(({ slug }) => slug);
  return { slugs: [...new Set(slugs)], tagSlugs: [...new Set(tagSlugs)] };
}

function versionsOf({ translates, translations }: EditedPost) {
  return translates ? [translates, ...translations] : translations;
}

function changedValues(was: PostValues, is: PostValues) {
  const fields = [...new Set([...Object.keys(was), ...Object.keys(is)])].filter((field) => was[field] !== is[field]);
  const only = (values: Record<string, string>) => Object.fromEntries(fields.map((field) => [field, values[field]]));
  return { before: only(was), after: only(is) };
}

async function freeSlug(tx: Db, wanted: string): Promise<string> {
  for (let count = 1; ; count++) {
    const slug = count === 1 ? wanted : `${wanted}-${count}`;
    const taken = await tx.post.count({ where: { slug } });
    const redirected = await tx.slugRedirect.count({ where: { subject: "post", fromSlug: slug } });
    if (taken + redirected === 0) return slug;
  }
}
