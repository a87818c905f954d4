// Which public pages name places: those whose modules reach one that prints a place's name. Derived from the imports, so
// that a new page is among them without anybody thinking of it.
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { globSync } from "tinyglobby";

/** Whatever prints the name of a place: in a document, or in the browser. */
const NAMING = [
  "components/listings/listing-name.tsx",
  "components/rankings/mine/list.tsx",
  "components/choices/shortlist-editor.tsx",
];

/** Routes below app/[locale], such as "(reading)/rankings". */
export function routesNamingListings(): string[] {
  const pages = globSync("app/[[]locale[]]/**/page.tsx");
  const naming = pages.filter((page) => NAMING.some((file) => modulesOf(page).has(file)));
  return naming.map((page) => path.dirname(page).replace(/^app\/\[locale\]\//, "")).toSorted();
}

const known = new Map<string, string[]>();

function modulesOf(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const next of importsOf(file)) modulesOf(next, found);
  return found;
}

function importsOf(file: string): string[] {
  const before = known.get(file);
  if (before) return before;
  const named = [...readFileSync(file, "utf8").matchAll(/^(?:import|export)\s(?!type\s)[^;]*?from "([@.][^"]*)"/gm)];
  const imports = named.flatMap(([, name = ""]) => {
    const base = name.startsWith("@/") ? name.slice(2) : path.join(path.dirname(file), name);
    return [base, `${base}.ts`, `${base}.tsx`].filter((each) => /\.tsx?$/.test(each) && existsSync(each));
  });
  known.set(file, imports);
  return imports;
}
