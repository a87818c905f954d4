import "server-only";
import { recordAudit } from "@/lib/audit/mutations";
import { formerSlugs, redirectSlug, slugLeadsElsewhere } from "@/lib/redirects/mutations";
import { db, Prisma, type Db } from "@/lib/server/db";
import { fromIsoDate } from "@/lib/shared/dates";
import { slugify } from "@/lib/shared/slug";
import { editorSelect, postValues, type EditedPost } from "./admin-queries";
import type { PostInput } from "./schema";

/** The addresses and lists a write touched. */
export interface PostTouched {
  slugs: string[];
  tagSlugs: string[];
}

export type PostWrite =
  | ({ outcome: "saved" } & PostTouched)
  | { outcome: "conflict"; current: EditedPost }
  | { outcome: "slug_taken" }
  | { outcome: "incomplete" }
  | { outcome: "gone" };

/** A new draft under a free slug made of its title; returns its id. */
export async function createPost(
  actorId: string,
  { title, locale }: { title: string; locale: string },
): Promise<string> {
  return db.$transaction(async (tx) => {
    const slug = await freeSlug(tx, slugify(title) || "post");
    const data = { title, locale, slug, summary: "", body: "" };
    const { id } = await tx.post.create({ data, select: { id: true } });
    await recordAudit(tx, {
      actorId,
      action: "post.created",
      subjectType: "post",
      subjectId: id,
      after: { title, slug },
    });
    return id;
  });
}

/** Writes an editor's post over the version it saw, with a redirect from the slug it leaves and an audit event. */
export async function savePost(actorId: string, { id, version, ...input }: PostInput): Promise<PostWrite> {
  try {
    return await changePost(id, version, async (tx, before) => {
      if (await slugLeadsElsewhere(tx, "post", id, input.slug)) return { outcome: "slug_taken" };
      if (before.status === "published" && !(isComplete(input) && input.publishedOn)) return { outcome: "incomplete" };
      const after = await write(tx, id, input);
      if (before.slug !== after.slug) await redirectSlug(tx, "post", id, before.slug, after.slug);
      const changed = changedValues(before, after);
      await recordAudit(tx, { actorId, action: "post.edited", subjectType: "post", subjectId: id, ...changed });
      return { outcome: "saved", ...(await touched(tx, before, after)) };
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002")
      return { outcome: "slug_taken" };
    throw error;
  }
}

/** Shows a post to everyone, dated `day` (YYYY-MM-DD) when it bears no date yet. */
export function publishPost(actorId: string, id: string, version: number, day: string): Promise<PostWrite> {
  return setStatus(actorId, id, version, { status: "published", action: "post.published", day });
}

export function unpublishPost(actorId: string, id: string, version: number): Promise<PostWrite> {
  return setStatus(actorId, id, version, { status: "draft", action: "post.unpublished" });
}

export function archivePost(actorId: string, id: string, version: number): Promise<PostWrite> {
  return setStatus(actorId, id, version, { status: "archived", action: "post.archived" });
}

interface StatusChange {
  status: "draft" | "published" | "archived";
  action: string;
  day?: string;
}

async function setStatus(
  actorId: string,
  id: string,
  version: number,
  { status, action, day }: StatusChange,
): Promise<PostWrite> {
  return changePost(id, version, async (tx, before) => {
    if (status === "published" && !isComplete(before)) return { outcome: "incomplete" };
    const publishedOn = before.publishedOn ?? (day ? fromIsoDate(day) : null);
    const after = await tx.post.update({
      where: { id },
      data: { status, publishedOn, version: { increment: 1 } },
      select: editorSelect,
    });
    await recordAudit(tx, {
      actorId,
      action,
      subjectType: "post",
      subjectId: id,
      before: { status: before.status },
      after: { status },
    });
    return { outcome: "saved", ...(await touched(tx, before, after)) };
  });
}

/** Locks the row and refuses a stale version before `change` writes. */
async function changePost(
  id: string,
  version: number,
  change: (tx: Db, before: EditedPost) => Promise<PostWrite>,
): Promise<PostWrite> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT "id" FROM "Post" WHERE "id" = ${id}::uuid FOR UPDATE`;
    const before = await tx.post.findUnique({ where: { id }, select: editorSelect });
    if (!before) return { outcome: "gone" };
    return before.version === version ? change(tx, before) : { outcome: "conflict", current: before };
  });
}

async function write(tx: Db, id: string, input: Omit<PostInput, "id" | "version">): Promise<EditedPost> {
  const { tags, relatedQuestions, credits, references, publishedOn, ...columns } = input;
  const placed = <Row>(rows: Row[]) => rows.map((row, position) => ({ ...row, position }));
  const dateOf = (day: string | null) => day && fromIsoDate(day);
  const dated = references.map(({ checkedOn, ...reference }) => ({ ...reference, checkedOn: dateOf(checkedOn) }));
  return tx.post.update({
    where: { id },
    data: {
      ...columns,
      publishedOn: dateOf(publishedOn),
      version: { increment: 1 },
      tags: {
        set: [],
        connectOrCreate: tags.map((tag) => ({ where: { slug: tag.slug }, create: tag })),
      },
      relatedQuestions: { deleteMany: {}, create: placed(relatedQuestions) },
      credits: { deleteMany: {}, create: placed(credits) },
      references: { deleteMany: {}, create: placed(dated) },
    },
    select: editorSelect,
  });
}

/** Readers never meet a post without text. */
function isComplete({ summary, body }: { summary: string; body: string }): boolean {
  return summary !== "" && body !== "";
}

/** Former addresses too: the pages there say where the post is now. */
async function touched(tx: Db, before: EditedPost, after: EditedPost): Promise<PostTouched> {
  const slugs = [before.slug, after.slug, ...(await formerSlugs(tx, "post", after.id))];
  const tagSlugs = [...before.tags, ...after.tags].map(({ slug }) => slug);
  return { slugs: [...new Set(slugs)], tagSlugs: [...new Set(tagSlugs)] };
}

function changedValues(before: EditedPost, after: EditedPost) {
  const [was, is] = [postValues(before), postValues(after)];
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
