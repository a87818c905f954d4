import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { system } from "@/lib/audit/actor";
import { renewPost, type PostWords } from "@/lib/posts/mutations";
import { db } from "@/lib/server/db";
import { fromIsoDate } from "@/lib/shared/dates";
import { slugify } from "@/lib/shared/slug";

const FOLDER = path.join(import.meta.dirname, "posts");
const AUTHOR = "Editorial Board of Best Heroin Rehab";

const line = z.string().trim().min(1);

const frontMatterSchema = z.strictObject({
  title: line,
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  summary: line.max(320),
  publishedOn: z.iso.date(),
  tags: z.array(line).min(1),
  relatedQuestions: z.array(z.strictObject({ question: line, answer: line })),
  references: z.array(z.strictObject({ title: line, publisher: line, year: z.int().optional(), url: z.url() })).min(3),
});

type SeedPost = z.infer<typeof frontMatterSchema> & { body: string };

/**
 * Creates the posts that are not there yet, and brings those up to date that no member of the team ever touched. One that
 * the team edited, moved or archived is left alone.
 */
export async function seedPosts(): Promise<{ created: number; renewed: number }> {
  const done = { created: 0, renewed: 0 };
  for (const post of readSeedPosts().map(wordsOf)) {
    if (await renewPost(system("seed"), post)) done.renewed += 1;
    else if (!(await isKnown(post.slug))) {
      await createPost(post);
      done.created += 1;
    }
  }
  return done;
}

/**
 * The posts in prisma/seed/posts, oldest first: every Markdown file there is one.
 * @throws with the file's name when one is malformed, or cites a reference that it does not list
 */
export function readSeedPosts(): SeedPost[] {
  const files = readdirSync(FOLDER).filter((file) => file.endsWith(".md"));
  return files.map(readSeedPost).sort((a, b) => a.publishedOn.localeCompare(b.publishedOn));
}

function readSeedPost(file: string): SeedPost {
  const [, frontMatter = "", body = ""] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(path.join(FOLDER, file), "utf8")) ?? [];
  const parsed = frontMatterSchema.safeParse(parse(frontMatter));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  const post = { ...parsed.data, body: body.trim() };
  const cited = [post.body, ...post.relatedQuestions.map(({ answer }) => answer)].join("\n").matchAll(/#ref-(\d+)/g);
  const beyond = [...cited].find(([, number]) => Number(number) < 1 || Number(number) > post.references.length);
  if (beyond) throw new Error(`${file}: cites ${beyond[0]}, and lists ${post.references.length} references`);
  return post;
}

/** A reference has no day on which it was checked: only a member of the team who opened it may say so. */
function wordsOf({ tags, references, ...post }: SeedPost): PostWords {
  return {
    ...post,
    locale: "en",
    tags: tags.map((name) => ({ slug: slugify(name), name })),
    references: references.map((reference) => ({ ...reference, year: reference.year ?? null, checkedOn: null })),
    credits: [{ role: "author", name: AUTHOR }],
  };
}

async function isKnown(slug: string): Promise<boolean> {
  const post = await db.post.findUnique({ where: { slug }, select: { id: true } });
  if (post) return true;
  const key = { subject: "post" as const, fromSlug: slug };
  return (await db.slugRedirect.count({ where: key })) > 0;
}

async function createPost({ publishedOn, tags, ...words }: PostWords): Promise<void> {
  const { relatedQuestions, references, credits, ...columns } = words;
  const placed = <Row>(rows: Row[]) => ({ create: rows.map((row, position) => ({ ...row, position })) });
  await db.post.create({
    data: {
      ...columns,
      status: "published",
      publishedOn: publishedOn && fromIsoDate(publishedOn),
      tags: { connectOrCreate: tags.map((tag) => ({ where: { slug: tag.slug }, create: tag })) },
      tagOrder: tags.map(({ slug }) => slug),
      relatedQuestions: placed(relatedQuestions),
      references: placed(references),
      credits: placed(credits),
    },
    select: { id: true },
  });
}
