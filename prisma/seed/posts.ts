import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { db } from "@/lib/server/db";
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

/** Creates the posts that are not there yet; one that staff have since edited, moved or archived is left alone. */
export async function seedPosts(): Promise<{ created: number }> {
  let created = 0;
  for (const post of readSeedPosts()) {
    if (await isKnown(post.slug)) continue;
    await createPost(post);
    created += 1;
  }
  return { created };
}

/**
 * The posts in prisma/seed/posts, oldest first.
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

async function isKnown(slug: string): Promise<boolean> {
  const post = await db.post.findUnique({ where: { slug }, select: { id: true } });
  if (post) return true;
  const key = { subject: "post" as const, fromSlug: slug };
  return (await db.slugRedirect.count({ where: key })) > 0;
}

async function createPost({ publishedOn, tags, relatedQuestions, references, ...columns }: SeedPost): Promise<void> {
  await db.post.create({
    data: {
      ...columns,
      locale: "en",
      status: "published",
      publishedOn: new Date(`${publishedOn}T00:00:00Z`),
      tags: {
        connectOrCreate: tags.map((name) => ({
          where: { slug: slugify(name) },
          create: { slug: slugify(name), name },
        })),
      },
      relatedQuestions: { create: relatedQuestions.map((row, position) => ({ ...row, position })) },
      references: { create: references.map((row, position) => ({ ...row, position })) },
      credits: { create: [{ position: 0, role: "author", name: AUTHOR }] },
    },
    select: { id: true },
  });
}
