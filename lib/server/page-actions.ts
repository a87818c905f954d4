import { readFileSync } from "node:fs";
import path from "node:path";
import { env } from "./env";

/** What the build records of its actions: their names, and the pages that have them. */
export interface ActionManifest {
  node: Record<string, { workers: Record<string, unknown> }>;
}

interface Page {
  pattern: RegExp;
  /** How many parts of its path are variable; of two pages that fit, the one with fewer is shown. */
  open: number;
  actions: ReadonlySet<string>;
}

let pages: Page[] | undefined;

/**
 * The names of the actions that the page at a path has in this build; null when there is no page with actions.
 * Undefined while developing: pages are built on demand, so we do not know.
 * @param asked the path as the visitor wrote it, without the query
 */
export function actionsOfPage(asked: string): ReadonlySet<string> | null | undefined {
  if (env().NODE_ENV !== "production") return undefined;
  pages ??= pagesWithActions(JSON.parse(readFileSync(path.resolve(MANIFEST), "utf8")) as ActionManifest);
  return actionsAt(pages, asked);
}

const MANIFEST = ".next/server/server-reference-manifest.json";

/** The pages of a manifest, the plainer ones first. */
export function pagesWithActions({ node }: ActionManifest): Page[] {
  const found = new Map<string, Set<string>>();
  for (const [id, { workers }] of Object.entries(node))
    for (const worker of Object.keys(workers)) {
      if (worker.endsWith("/page")) found.set(worker, (found.get(worker) ?? new Set()).add(id));
    }
  return [...found].map(([file, actions]) => ({ ...patternOf(file), actions })).toSorted((a, b) => a.open - b.open);
}

export function actionsAt(among: readonly Page[], asked: string): ReadonlySet<string> | null {
  const plain = asked.replace(/(?<=.)\/+$/, "");
  // English stands at the root; docs/decisions/0005-english-at-the-root.md.
  const inside = /^\/(es|admin)(\/|$)/.test(plain) ? plain : `/en${plain}`;
  return among.find(({ pattern }) => pattern.test(inside))?.actions ?? null;
}

/** From a page's file, such as `app/[locale]/(tools)/contact/page`. */
function patternOf(file: string): Pick<Page, "pattern" | "open"> {
  const parts = file.split("/").slice(1, -1);
  const named = parts.filter((part) => !part.startsWith("("));
  const source = named.map((part) => {
    if (part.startsWith("[...")) return ".+";
    return part.startsWith("[") ? "[^/]+" : part.replaceAll(/[.*+?^${}()|\\]/g, String.raw`\$&`);
  });
  return { pattern: new RegExp(`^/${source.join("/")}$`), open: named.filter((part) => part.startsWith("[")).length };
}
