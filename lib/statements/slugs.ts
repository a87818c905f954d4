import { slugify } from "@/lib/shared/slug";

interface Addressed {
  name: string;
  unit: string | null;
  street: string;
  city: string;
}

/**
 * A slug nobody has: name, unit and city; when that is taken, with the house number; when that is too, with a counter.
 * @param taken the slugs in use, former ones too; the new slug is added
 */
export function freeSlug(addressed: Addressed, taken: Set<string>): string {
  const wanted = slugsOf(addressed);
  const plain = wanted[0] ?? "";
  const slug = wanted.find((each) => !taken.has(each)) ?? counted(wanted.at(-1) ?? plain, taken);
  taken.add(slug);
  return slug;
}

/** Whether a slug may have been made of this. */
export function isSlugOf(slug: string, addressed: Addressed): boolean {
  const last = slugsOf(addressed).at(-1) ?? "";
  return (
    slugsOf(addressed).includes(slug) || (slug.startsWith(`${last}-`) && /^\d+$/.test(slug.slice(last.length + 1)))
  );
}

function slugsOf({ name, unit, street, city }: Addressed): string[] {
  const plain = slugify([name, unit, city].filter(Boolean).join(" ")) || "listing";
  const house = /^\d+/.exec(street)?.[0];
  return house ? [plain, `${plain}-${house}`] : [plain];
}

function counted(stem: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}
