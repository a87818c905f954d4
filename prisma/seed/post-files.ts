// The posts of the house as files: originals in English, and their translations below them in a folder for each language.
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { NamedTag } from "@/lib/posts/tag-names";
import type { Locale } from "@/lib/shared/i18n";
import { slugify } from "@/lib/shared/slug";

const FOLDER = path.join(import.meta.dirname, "posts");

const line = z.string().trim().min(1);
const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const frontMatterSchema = z.strictObject({
  title: line,
  slug,
  summary: line.max(320),
  publishedOn: z.iso.date(),
  tags: z.array(line).min(1),
  relatedQuestions: z.array(z.strictObject({ question: line, answer: line })),
  references: z.array(z.strictObject({ title: line, publisher: line, year: z.int().optional(), url: z.url() })).min(3),
});
const translationSchema = frontMatterSchema.extend({ translates: slug });

type FrontMatter = z.infer<typeof frontMatterSchema>;

export type SeedPost = Omit<FrontMatter, "tags"> & {
  locale: Locale;
  body: string;
  tags: NamedTag[];
  /** Null for a post that is an original itself. */
  original: SeedPost | null;
};

/** A file as it is written; `file` is its path in the folder. */
interface Written<Front extends FrontMatter = FrontMatter> {
  file: string;
  front: Front;
  body: string;
}

/**
 * The posts in a folder, every Markdown file one: originals first, each kind oldest first. A translation has the tags of
 * its original, whose Spanish names are those in its own file.
 * @throws with the file's name when one is malformed, cites a reference that it does not list, or does not fit its original
 */
export function readSeedPosts(folder = FOLDER): SeedPost[] {
  const originals = filesIn(folder, ".").map((file) => readFile(folder, file, frontMatterSchema));
  const translations = filesIn(folder, "es").map((file) => readFile(folder, file, translationSchema));
  const nameEs = spanishNames(originals, translations);
  const posts = originals.map(({ front, body }): SeedPost => {
    const tags = front.tags.map((name) => ({ slug: slugify(name), name, nameEs: nameEs.get(slugify(name)) ?? null }));
    return { ...front, body, locale: "en", tags, original: null };
  });
  const translated = translations.map(({ front: { translates, ...front }, body }): SeedPost => {
    const original = posts.find((post) => post.slug === translates)!;
    return { ...front, body, locale: "es", tags: original.tags, original };
  });
  return [...oldestFirst(posts), ...oldestFirst(translated)];
}

/** Every tag of these posts, once. */
export function tagsOf(posts: readonly SeedPost[]): NamedTag[] {
  return [...new Map(posts.flatMap(({ tags }) => tags).map((tag) => [tag.slug, tag])).values()];
}

function filesIn(folder: string, below: string): string[] {
  const files = readdirSync(path.join(folder, below)).filter((file) => file.endsWith(".md"));
  return files.map((file) => path.join(below, file));
}

function oldestFirst(posts: SeedPost[]): SeedPost[] {
  return posts.toSorted((one, other) => one.publishedOn.localeCompare(other.publishedOn));
}

function readFile<Front extends FrontMatter>(folder: string, file: string, schema: z.ZodType<Front>): Written<Front> {
  const [, frontMatter = "", body = ""] =
    /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(readFileSync(path.join(folder, file), "utf8")) ?? [];
  const parsed = schema.safeParse(parse(frontMatter));
  if (!parsed.success) throw new Error(`${file}: ${z.prettifyError(parsed.error)}`);
  const { relatedQuestions, references } = parsed.data;
  const cited = [body, ...relatedQuestions.map(({ answer }) => answer)].join("\n").matchAll(/#ref-(\d+)/g);
  const beyond = [...cited].find(([, number]) => Number(number) < 1 || Number(number) > references.length);
  if (beyond) throw new Error(`${file}: cites ${beyond[0]}, and lists ${references.length} references`);
  return { file, front: parsed.data, body: body.trim() };
}

/** The Spanish name of each tag by its slug, as the translations have them: one by one, in their original's order. */
function spanishNames(
  originals: readonly Written[],
  translations: readonly Written<z.infer<typeof translationSchema>>[],
): Map<string, string> {
  const names = new Map<string, string>();
  const translated = new Set<string>();
  for (const { file, front } of translations) {
    const original = originals.find((each) => each.front.slug === front.translates);
    if (!original) throw new Error(`${file}: translates ${front.translates}, and there is no such post`);
    if (translated.has(front.translates))
      throw new Error(`${file}: translates ${front.translates}, as another file does`);
    translated.add(front.translates);
    const [tags, named] = [original.front.tags, front.tags];
    if (named.length !== tags.length)
      throw new Error(`${file}: has ${named.length} tags, and ${original.file} has ${tags.length}`);
    for (const [at, name] of named.entries()) {
      const tag = slugify(tags[at]!);
      const known = names.get(tag) ?? name;
      if (known !== name) throw new Error(`${file}: calls the tag ${tag} ${name}, and another file ${known}`);
      names.set(tag, name);
    }
  }
  return names;
}
