import "server-only";
import { cache } from "react";
import { findPresences } from "@/lib/listings/queries";
import { db } from "@/lib/server/db";
import type { Locale } from "@/lib/shared/i18n";
import { isSlug } from "@/lib/shared/slug";
import { cardSelect, isPublic, listingsIn, postSelect, toCard, toPost, wasPublic } from "./select";
import type { PostAnswer, PostCard, PostPage, TagCount, TagView } from "./types";

const PAGE_SIZE = 12;
const NEWEST_FIRST = [{ publishedOn: "desc" }, { slug: "asc" }] as const;

/** One page of the blog, newest first. `page` is 1-based; one past the end is empty. */
export async function listPosts({ page = 1 }: { page?: number } = {}): Promise<PostPage> {
  const where = { ...isPublic() };
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
  return { posts: posts.map(toCard), page, pageCount: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
}

/** The newest posts, for other pages to point to. */
export async function listNewestPosts(limit: number): Promise<PostCard[]> {
  const where = { ...isPublic() };
  const posts = await db.post.findMany({ where, select: cardSelect, orderBy: [...NEWEST_FIRST], take: limit });
  return posts.map(toCard);
}

/** What a post's URL leads to: the post, its new slug, or the note that it is gone. Drafts are not found. */
export const getPost = cache(async (slug: string, reader: Locale): Promise<PostAnswer> => {
  if (!isSlug(slug)) return null;
  const post = await db.post.findFirst({ where: { slug, ...isPublic() }, select: postSelect });
  if (post) return { status: "found", post: await toPost(post, reader, await findPresences(listingsIn(post))) };
  return (await isGone({ slug })) ? { status: "gone" } : followRedirect(slug);
});

async function followRedirect(fromSlug: string): Promise<PostAnswer> {
  const redirect = await db.slugRedirect.findUnique({
    where: { subject_fromSlug: { subject: "post", fromSlug } },
    select: { subjectId: true },
  });
  if (!redirect) return null;
  const id = redirect.subjectId;
  const post = await db.post.findFirst({ where: { id, ...isPublic() }, select: { slug: true } });
  if (post) return { status: "moved", slug: post.slug };
  return (await isGone({ id })) ? { status: "gone" } : null;
}

async function isGone(post: { slug: string } | { id: string }): Promise<boolean> {
  return (await db.post.findFirst({ where: { ...post, ...wasPublic() }, select: { id: true } })) !== null;
}

/** Tags of published posts, by name, with how many posts each has. */
export async function listTags(): Promise<TagCount[]> {
  const tags = await db.tag.findMany({
    where: { posts: { some: { ...isPublic() } } },
    select: { slug: true, name: true, _count: { select: { posts: { where: { ...isPublic() } } } } },
    orderBy: { name: "asc" },
  });
  return tags.map(({ _count, ...tag }) => ({ ...tag, posts: _count.posts }));
}

/** A tag and its published posts, newest first; null when it has none. */
export const listPostsByTag = cache(async (slug: string): Promise<{ tag: TagView; posts: PostCard[] } | null> => {
  if (!isSlug(slug)) return null;
  const tag = await db.tag.findUnique({
    where: { slug },
    select: {
      slug: true,
      name: true,
      posts: { where: { ...isPublic() }, select: cardSelect, orderBy: [...NEWEST_FIRST] },
    },
  });
  if (!tag || tag.posts.length === 0) return null;
  return { tag: { slug: tag.slug, name: tag.name }, posts: tag.posts.map(toCard) };
});
