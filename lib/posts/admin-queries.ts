import "server-only";
import { z } from "@/lib/shared/zod";
import { db, type Prisma } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import type { Locale } from "@/lib/shared/i18n";
import { literalInLike } from "@/lib/shared/like";
import type { StaffSession } from "@/lib/staff/types";
import { renderTogether } from "./markdown";
import type { PostTable, PostValues } from "./schema";
import { tagSelect } from "./select";
import { tagIn } from "./tag-names";
import { tagsInOrder } from "./tag-order";
import { pageCountOf } from "@/lib/shared/page-count";

const PAGE_SIZE = 50;

/** The same post in the other language, whatever its state. */
const versionSelect = {
  id: true,
  slug: true,
  locale: true,
  title: true,
  tags: { select: { slug: true } },
} satisfies Prisma.PostSelect;

const rowSelect = {
  id: true,
  slug: true,
  status: true,
  locale: true,
  title: true,
  publishedOn: true,
  updatedAt: true,
  translates: { select: versionSelect },
  translations: { select: versionSelect },
} satisfies Prisma.PostSelect;

const inOrder = { orderBy: { position: "asc" } } as const;

/** Every column the editor shows. */
export const editorSelect = {
  ...rowSelect,
  version: true,
  translatesId: true,
  summary: true,
  body: true,
  tags: { select: tagSelect, orderBy: { name: "asc" } },
  tagOrder: true,
  relatedQuestions: { select: { question: true, answer: true }, ...inOrder },
  credits: { select: { role: true, name: true }, ...inOrder },
  references: { select: { title: true, publisher: true, year: true, url: true, checkedOn: true }, ...inOrder },
} satisfies Prisma.PostSelect;

export type EditedPost = Prisma.PostGetPayload<{ select: typeof editorSelect }>;

/** One page of the table, the newest change first; a page past the end shows the last. */
export async function listPostsForStaff(_staff: StaffSession, { q, status, page }: PostTable) {
  const words = { contains: literalInLike(q), mode: "insensitive" } as const;
  const where: Prisma.PostWhereInput = {
    ...(status && { status }),
    ...(q && {
      OR: [{ title: words }, { slug: words }, { tags: { some: { OR: [{ name: words }, { nameEs: words }] } } }],
    }),
  };
  const total = await db.post.count({ where });
  const pages = pageCountOf(total, PAGE_SIZE);
  const shown = Math.min(page, pages);
  const rows = await db.post.findMany({
    where,
    select: rowSelect,
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
    skip: (shown - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  return { rows, total, pages, page: shown };
}

/** A post as its editor shows it; null when there is none. */
export async function getPostForStaff(_staff: StaffSession, id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  const post = await db.post.findUnique({ where: { id }, select: editorSelect });
  return post && { ...post, values: postValues(post), originals: await originalsFor(post) };
}

/** The posts that this one may be a translation of, its present original among them. */
async function originalsFor({ id, locale, translations }: EditedPost) {
  if (translations.length > 0) return [];
  const free = { translations: { none: { locale, id: { not: id } } } };
  return db.post.findMany({
    where: { locale: { not: locale }, translatesId: null, ...free },
    select: { id: true, title: true, locale: true },
    orderBy: [{ title: "asc" }, { id: "asc" }],
  });
}

/** The saved post as readers would see its texts; null when there is none. */
export async function previewPost(_staff: StaffSession, id: string) {
  if (!z.uuid().safeParse(id).success) return null;
  const post = await db.post.findUnique({ where: { id }, select: editorSelect });
  if (!post) return null;
  const [body, ...answers] = await renderTogether([post.body, ...post.relatedQuestions.map(({ answer }) => answer)]);
  const relatedQuestions = post.relatedQuestions.map(({ question }, at) => ({
    question,
    answerHtml: answers[at]!.html,
  }));
  return { ...post, tags: tagsOf(post), html: body!.html, relatedQuestions };
}

/** Columns as the words of a form, repeated rows under `group.0.field`. */
export function postValues(post: EditedPost): PostValues {
  return {
    title: post.title,
    slug: post.slug,
    locale: post.locale,
    translatesId: post.translatesId ?? "",
    summary: post.summary,
    body: post.body,
    publishedOn: post.publishedOn ? toIsoDate(post.publishedOn) : "",
    tags: tagsOf(post)
      .map(({ name }) => name)
      .join(", "),
    ...flat("relatedQuestions", post.relatedQuestions),
    ...flat("credits", post.credits),
    ...flat(
      "references",
      post.references.map(({ year, checkedOn, ...reference }) => ({
        ...reference,
        year: year?.toString() ?? "",
        checkedOn: checkedOn ? toIsoDate(checkedOn) : "",
      })),
    ),
  };
}

/** What the log keeps of a post: its original by its slug, which people can read. */
export function loggedValues(post: EditedPost): PostValues {
  const { translatesId: _, ...values } = postValues(post);
  return { ...values, translates: post.translates?.slug ?? "" };
}

/** Its tags in their order, named in its language. */
function tagsOf(post: EditedPost) {
  return tagsInOrder(post).map((tag) => tagIn(post.locale as Locale, tag));
}

function flat(group: string, rows: readonly Record<string, string>[]): PostValues {
  return Object.fromEntries(
    rows.flatMap((row, at) => Object.entries(row).map(([field, value]) => [`${group}.${at}.${field}`, value])),
  );
}
