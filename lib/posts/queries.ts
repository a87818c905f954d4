import "server-only";
import { cache } from "react";
import { findPresences } from "@/lib/listings/queries";
import { db } from "@/lib/server/db";
import type { Locale } from "@/lib/shared/i18n";
import { LANGUAGE_TAG } from "@/lib/shared/language-tag";
import { isSlug } from "@/lib/shared/slug";
import {
  cardSelect,
  isForReader,
  isPublic,
  listingsIn,
  postSelect,
  publicSelect,
  tagSelect,
  toCard,
  toPost,
  toPublicPost,
  wasPublic,
} from "./select";
import { tagIn } from "./tag-names";
import type { OtherVersion, PostAnswer, PostCard, PostPage, PublicPost, TagCount, TagView } from "./types";
import { pageCountOf } from "@/lib/shared/page-count";

const PAGE_SIZE = 12;
const NEWEST_FIRST = [{ publishedOn: "desc" }, { slug: "asc" }] as const;

/** One page of the blog, newest first, each post once. `page` is 1-based; one past the end is empty. */
export async function listPosts(reader: Locale, page = 1): Promise<PostPage> {
  const where = { ...isForReader(reader), ...isPublic() };
  const [total, posts] = await Promise.all([
    db.post.count({ where }),
    db.post.findMany({
      where,
      select: cardSelect,
      orderBy: [...NEWEST_FIRST],
      skip: (page - 1) * PAGE_SIZE,
      take: PAGE_SIZE,
    }),
  ]);
  return {
    posts: posts.map((post) => toCard(post, reader)),
    page,
    pageCount: pageCountOf(total, PAGE_SIZE),
  };
}

/** The newest posts, each once, for other pages to point to. */
export async function listNewestPosts(reader: Locale, limit: number): Promise<PostCard[]> {
  const where = { ...isForReader(reader), ...isPublic() };
  const posts = await db.post.findMany({ where, select: cardSelect, orderBy: [...NEWEST_FIRST], take: limit });
  return posts.map((post) => toCard(post, reader));
}

/** Every public post with its last change, newest first, each version for itself. */
export async function listPublicPosts(): Promise<PublicPost[]> {
  const rows = await db.post.findMany({
    where: isPublic(),
    select: publicSelect,
    orderBy: [...NEWEST_FIRST],
  });
  return rows.map((row) => toPublicPost(row));
}

/**
 * What a post's URL leads to: the post, its slug now or in the reader's language, or the note that it is gone. Drafts are
 * not found.
 */
export const getPost = cache(async (slug: string, reader: Locale): Promise<PostAnswer> => {
  if (!isSlug(slug)) return null;
  const post = await db.post.findFirst({ where: { slug, ...isPublic() }, select: postSelect });
  if (!post) return (await isGone({ slug })) ? { status: "gone" } : followRedirect(slug, reader);
  const other = await findOtherVersion(post);
  if (isReaders(other, reader)) return { status: "moved", slug: other.slug };
  const presences = await findPresences(listingsIn(post));
  return { status: "found", post: await toPost(post, reader, { other, presences }) };
});

/** The public version of a post in the other language. */
async function findOtherVersion(post: { id: string; translatesId: string | null }): Promise<OtherVersion | null> {
  const version = post.translatesId === null ? { translatesId: post.id } : { id: post.translatesId };
  const where = { ...version, ...isPublic() };
  const found = await db.post.findFirst({ where, select: { slug: true, locale: true, title: true } });
  return found && { ...found, locale: found.locale as Locale };
}

function isReaders(version: OtherVersion | null, reader: Locale): version is OtherVersion {
  return version?.locale === reader;
}

async function followRedirect(fromSlug: string, reader: Locale): Promise<PostAnswer> {
  const redirect = await db.slugRedirect.findUnique({
    where: { subject_fromSlug: { subject: "post", fromSlug } },
    select: { subjectId: true },
  });
  if (!redirect) return null;
  const id = redirect.subjectId;
  const select = { id: true, slug: true, translatesId: true };
  const post = await db.post.findFirst({ where: { id, ...isPublic() }, select });
  if (post) {
    const other = await findOtherVersion(post);
    return { status: "moved", slug: isReaders(other, reader) ? other.slug : post.slug };
  }
  return (await isGone({ id })) ? { status: "gone" } : null;
}

async function isGone(post: { slug: string } | { id: string }): Promise<boolean> {
  return (await db.post.findFirst({ where: { ...post, ...wasPublic() }, select: { id: true } })) !== null;
}

/** Tags of published posts, by name in the reader's language, with how many posts each has for them. */
export async function listTags(reader: Locale): Promise<TagCount[]> {
  const where = { ...isForReader(reader), ...isPublic() };
  const tags = await db.tag.findMany({
    where: { posts: { some: where } },
    select: { ...tagSelect, _count: { select: { posts: { where } } } },
  });
  const byName = new Intl.Collator(LANGUAGE_TAG[reader]);
  return tags
    .map(({ _count, ...tag }) => ({ ...tagIn(reader, tag), posts: _count.posts }))
    .toSorted((one, other) => byName.compare(one.name, other.name));
}

/** A tag and its published posts, each once, newest first; null when it has none. */
export const listPostsByTag = cache(
  async (slug: string, reader: Locale): Promise<{ tag: TagView; posts: PostCard[] } | null> => {
    if (!isSlug(slug)) return null;
    const where = { ...isForReader(reader), ...isPublic() };
    const tag = await db.tag.findUnique({
      where: { slug },
      select: { ...tagSelect, posts: { where, select: cardSelect, orderBy: [...NEWEST_FIRST] } },
    });
    if (!tag || tag.posts.length === 0) return null;
    return { tag: tagIn(reader, tag), posts: tag.posts.map((post) => toCard(post, reader)) };
  },
);
