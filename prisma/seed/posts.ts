import { system } from "@/lib/audit/actor";
import { hasStaffTouched } from "@/lib/audit/queries";
import { columnsOf, type PostWords } from "@/lib/posts/columns";
import { renewPost } from "@/lib/posts/mutations";
import type { NamedTag } from "@/lib/posts/tag-names";
import { db } from "@/lib/server/db";
import type { Locale } from "@/lib/shared/i18n";
import { readSeedPosts, tagsOf, type SeedPost } from "./post-files";

const AUTHOR = {
  en: "Editorial Board of Best Heroin Rehab",
  es: "Consejo Editorial de Best Heroin Rehab",
} satisfies Record<Locale, string>;

/** How a post is made: linked with its original, and a draft where the team has to look first. */
interface Birth {
  translatesId: string | null;
  status: "published" | "draft";
}

/**
 * Creates the posts that are not there yet, and brings those up to date that no member of the team ever touched. One that
 * the team edited, moved or archived is left alone. Tags get the names that they lack.
 */
export async function seedPosts(): Promise<{ created: number; renewed: number }> {
  const done = { created: 0, renewed: 0 };
  const posts = readSeedPosts();
  await nameTags(tagsOf(posts));
  for (const post of posts) {
    const birth = await birthOf(post);
    if (!birth) continue;
    const words = wordsOf(post, birth);
    if (await renewPost(system("seed"), words)) done.renewed += 1;
    else if (!(await findPost(post.slug))) {
      await createPost(words, birth);
      done.created += 1;
    }
  }
  return done;
}

/** Makes the tags that are not there, and gives each its Spanish name unless it or another tag has one. */
async function nameTags(tags: readonly NamedTag[]): Promise<void> {
  for (const { slug, name, nameEs } of tags) {
    const isFree = nameEs !== null && (await db.tag.count({ where: { nameEs } })) === 0;
    if (isFree) await db.tag.updateMany({ where: { slug, nameEs: null }, data: { nameEs } });
    const create = { slug, name, nameEs: isFree ? nameEs : null };
    await db.tag.upsert({ where: { slug }, create, update: {}, select: { id: true } });
  }
}

/**
 * A translation of a post that the team ever touched may say what the team took back, so it waits as a draft. There is
 * none of a post that is no original in its language any more, and none beside another translation.
 */
async function birthOf({ slug, locale, original }: SeedPost): Promise<Birth | null> {
  if (!original) return { translatesId: null, status: "published" };
  const id = await findPost(original.slug);
  const others = { where: { locale, slug: { not: slug } }, select: { id: true } };
  const found = id && (await db.post.findUnique({ where: { id }, select: { ...ORIGINAL, translations: others } }));
  if (!found || found.locale !== original.locale || found.translatesId || found.translations.length > 0) return null;
  const isTouched = await hasStaffTouched(db, { subjectType: "post", subjectId: found.id });
  return { translatesId: found.id, status: isTouched ? "draft" : "published" };
}

const ORIGINAL = { id: true, locale: true, translatesId: true } as const;

/** A reference has no day on which it was checked: only a member of the team who opened it may say so. */
function wordsOf(post: SeedPost, { translatesId }: Birth): PostWords {
  const { title, slug, locale, summary, body, publishedOn, tags, relatedQuestions } = post;
  const references = post.references.map((each) => ({ ...each, year: each.year ?? null, checkedOn: null }));
  const credits: PostWords["credits"] = [{ role: "author", name: AUTHOR[locale] }];
  return { title, slug, locale, translatesId, summary, body, publishedOn, tags, relatedQuestions, references, credits };
}

/** The id of the post that has this slug or had it once, whether it is still there or not. */
async function findPost(slug: string): Promise<string | null> {
  const post = await db.post.findUnique({ where: { slug }, select: { id: true } });
  if (post) return post.id;
  const key = { subject: "post" as const, fromSlug: slug };
  const redirect = await db.slugRedirect.findUnique({ where: { subject_fromSlug: key }, select: { subjectId: true } });
  return redirect && redirect.subjectId;
}

async function createPost(words: PostWords, { status }: Birth): Promise<void> {
  const { columns, tags, rows } = columnsOf(words);
  await db.post.create({
    data: {
      ...columns,
      status,
      tags,
      relatedQuestions: { create: rows.relatedQuestions },
      references: { create: rows.references },
      credits: { create: rows.credits },
    },
    select: { id: true },
  });
}
