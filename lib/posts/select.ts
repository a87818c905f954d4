import "server-only";
import type { Prisma } from "@/lib/server/db";
import { siteUrl } from "@/lib/server/env";
import { fromIsoDate, toIsoDate, today } from "@/lib/shared/dates";
import { messagesOf, type Locale } from "@/lib/shared/i18n";
import { contentsOf } from "./contents";
import { renderTogether } from "./markdown";
import { listingSlugOf, listingSlugsIn, type Presences } from "./listing-links";
import { readingTime } from "./reading-time";
import { tagIn } from "./tag-names";
import { tagsInOrder } from "./tag-order";
import type { OtherVersion, PostCard, PostView, PublicPost } from "./types";

/** What the public may see: published, and its day has come in Los Angeles. Spread last in every `where`. */
export function isPublic() {
  return {
    status: "published",
    publishedOn: { lte: fromIsoDate(today()) },
  } satisfies Prisma.PostWhereInput;
}

/**
 * Each post once for a reader: the version in their language, and one in the other language where that is the only public
 * one. Used with `isPublic`.
 */
export function isForReader(reader: Locale) {
  const readersVersion = { locale: reader, ...isPublic() };
  return {
    OR: [
      { locale: reader },
      { NOT: { OR: [{ translates: readersVersion }, { translations: { some: readersVersion } }] } },
    ],
  } satisfies Prisma.PostWhereInput;
}

/** Posts that were public once and are archived now. */
export function wasPublic() {
  return { ...isPublic(), status: "archived" } satisfies Prisma.PostWhereInput;
}

export const tagSelect = { slug: true, name: true, nameEs: true } satisfies Prisma.TagSelect;

export const cardSelect = {
  slug: true,
  locale: true,
  title: true,
  summary: true,
  body: true,
  publishedOn: true,
  tags: { select: tagSelect, orderBy: { name: "asc" } },
  tagOrder: true,
} satisfies Prisma.PostSelect;

export const publicSelect = {
  id: true,
  translatesId: true,
  slug: true,
  locale: true,
  title: true,
  summary: true,
  publishedOn: true,
  updatedAt: true,
  tags: { select: tagSelect, orderBy: { name: "asc" } },
  credits: { where: { role: "author" }, select: { name: true }, orderBy: { position: "asc" } },
} satisfies Prisma.PostSelect;

const byPosition = { orderBy: { position: "asc" } } as const;

export const postSelect = {
  ...cardSelect,
  id: true,
  translatesId: true,
  updatedAt: true,
  relatedQuestions: { select: { question: true, answer: true }, ...byPosition },
  credits: { select: { role: true, name: true }, ...byPosition },
  references: { select: { title: true, publisher: true, year: true, url: true, checkedOn: true }, ...byPosition },
} satisfies Prisma.PostSelect;

type PublicRow = Prisma.PostGetPayload<{ select: typeof publicSelect }>;
type CardRow = Prisma.PostGetPayload<{ select: typeof cardSelect }>;
type PostRow = Prisma.PostGetPayload<{ select: typeof postSelect }>;

/** @throws when the post has no date, which the database forbids for a published one */
export function toPublicPost(row: PublicRow): PublicPost {
  if (!row.publishedOn) throw new Error("A published post has no date");
  const locale = row.locale as Locale;
  return {
    id: row.id,
    translatesId: row.translatesId,
    slug: row.slug,
    locale,
    title: row.title,
    summary: row.summary,
    publishedOn: toIsoDate(row.publishedOn),
    updatedAt: row.updatedAt.toISOString(),
    tags: row.tags.map((tag) => tagIn(locale, tag)),
    authors: row.credits.map(({ name }) => name),
  };
}

/** @throws when the post has no date, which the database forbids for a published one */
export function toCard({ body, publishedOn, locale, ...row }: CardRow, reader: Locale): PostCard {
  if (!publishedOn) throw new Error("A published post has no date");
  return {
    slug: row.slug,
    locale: locale as Locale,
    title: row.title,
    summary: row.summary,
    publishedOn: toIsoDate(publishedOn),
    readingMinutes: readingTime(body),
    tags: tagsInOrder(row).map((tag) => tagIn(reader, tag)),
  };
}

/** Every place of ours that the post may link to. */
export function listingsIn({ body, relatedQuestions, references }: PostRow): string[] {
  const texts = [body, ...relatedQuestions.map(({ answer }) => answer), ...references.map(({ url }) => url)];
  return [...new Set(texts.flatMap(listingSlugsIn))];
}

/** The whole post, its texts as safe HTML with links into the reader's language; places in it are marked. */
export async function toPost(
  row: PostRow,
  reader: Locale,
  { other, presences }: { other: OtherVersion | null; presences: Presences },
): Promise<PostView> {
  const site = siteUrl();
  const places = { presences, site, marks: messagesOf(row.locale as Locale).listings.presence };
  const texts = [row.body, ...row.relatedQuestions.map(({ answer }) => answer)];
  const [body, ...answers] = await renderTogether(texts, reader, places);
  const { html, headings } = body!;
  const presenceAt = (url: string) => presences.get(listingSlugOf(url, site) ?? "");
  return {
    ...toCard(row, reader),
    other,
    isTranslation: row.translatesId !== null,
    html,
    contents: contentsOf(headings),
    updatedAt: row.updatedAt.toISOString(),
    relatedQuestions: row.relatedQuestions.map(({ question }, at) => ({ question, answerHtml: answers[at]!.html })),
    credits: row.credits,
    references: row.references.map(({ checkedOn, ...reference }) => {
      const presence = presenceAt(reference.url);
      return { ...reference, checkedOn: checkedOn && toIsoDate(checkedOn), ...(presence && { presence }) };
    }),
  };
}
