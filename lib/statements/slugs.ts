import { slugify } from "@/lib/shared/slug";

interface Sluggable {
  name: string;
  unit: string | null;
  street: string;
  city: string;
}

/**
 * A free slug: name, unit and city; when that is taken, with the house number; when that is taken too, with a counter.
 * @param taken the slugs in use, former ones too; the new slug is added
 */
export function freeSlug(row: Sluggable, taken: Set<string>): string {
  const wanted = slugsOf(row);
  const plain = wanted[0] ?? "";
  return unusedSlug(wanted.find((each) => !taken.has(each)) ?? wanted.at(-1) ?? plain, taken);
}

/** A slug as it stands; when it is taken, with a counter. The new slug is added to those taken. */
export function unusedSlug(slug: string, taken: Set<string>): string {
  const unused = taken.has(slug) ? counted(slug, taken) : slug;
  taken.add(unused);
  return unused;
}

/** Whether a slug may have been made from this row. */
export function isSlugOf(slug: string, row: Sluggable): boolean {
  const last = slugsOf(row).at(-1) ?? "";
  return slugsOf(row).includes(slug) || (slug.startsWith(`${last}-`) && /^\d+$/.test(slug.slice(last.length + 1)));
}

function slugsOf({ name, unit, street, city }: Sluggable): string[] {
  const plain = slugify([name, unit, city].filter(Boolean).join(" ")) || "listing";
  const house = /^\d+/.exec(street)?.[0];
  return house ? [plain, `${plain}-${house}`] : [plain];
}

function counted(stem: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}
