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
export function freeSlug({ name, unit, street, city }: Addressed, taken: Set<string>): string {
  const plain = slugify([name, unit, city].filter(Boolean).join(" ")) || "listing";
  const house = /^\d+/.exec(street)?.[0];
  const wanted = house ? [plain, `${plain}-${house}`] : [plain];
  const slug = wanted.find((each) => !taken.has(each)) ?? counted(wanted.at(-1) ?? plain, taken);
  taken.add(slug);
  return slug;
}

function counted(stem: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number++;
  return `${stem}-${number}`;
}
