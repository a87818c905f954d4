import type { Locale } from "@/lib/shared/i18n";
import { slugify } from "@/lib/shared/slug";
import type { TagView } from "./types";

/** One tag, whatever language it is read in. */
export interface NamedTag {
  slug: string;
  name: string;
  nameEs: string | null;
}

/** A tag under its name in the reader's language; one without a Spanish name keeps its other one. */
export function tagIn(reader: Locale, { slug, name, nameEs }: NamedTag): TagView {
  return reader === "es" && nameEs !== null ? { slug, name: nameEs, locale: "es" } : { slug, name, locale: "en" };
}

interface TypedTag {
  /** Of the name as it was typed. */
  slug: string;
  name: string;
}

/**
 * The tags that the editor of a post means: a name leads to the tag that has it in the post's language, else to the one
 * that has it in the other. A name that no tag has makes a new one.
 * @param known every tag there is
 */
export function meantTags(typed: readonly TypedTag[], locale: string, known: readonly NamedTag[]): NamedTag[] {
  const meant = typed.map(({ slug, name }) => {
    const bySpanishName = known.find(({ nameEs }) => nameEs !== null && slugify(nameEs) === slug);
    const byName = known.find((tag) => tag.slug === slug);
    const found = locale === "es" ? (bySpanishName ?? byName) : (byName ?? bySpanishName);
    return found ?? { slug, name, nameEs: locale === "es" ? name : null };
  });
  return meant.filter(({ slug }, at) => meant.findIndex((tag) => tag.slug === slug) === at);
}
