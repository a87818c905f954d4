// Public pages are cached once they are made. This table says which pages show a change: these are made again at their
// next visit. A page that names a place and is in no list fails tests/architecture-places.test.ts.

/** One edition: itself, its list, and what it does not rank. */
const EDITION_PAGES = [
  "/rankings/editions/[number]",
  "/rankings/editions/[number]/page/[page]",
  "/rankings/editions/[number]/not-ranked/page/[page]",
] as const;

/** The newest edition's lists, page by page. */
const NEWEST_LISTS = [
  "/rankings/page/[page]",
  "/rankings/not-ranked/page/[page]",
  "/rankings/kinds/[kind]",
  "/rankings/kinds/[kind]/page/[page]",
] as const;

/** The map: of all places and of each kind of care, and page by page. */
const MAPS = [
  "/map",
  "/map/[area]",
  "/map/[area]/page/[page]",
  "/map/kinds/[kind]",
  "/map/kinds/[kind]/[area]",
  "/map/kinds/[kind]/[area]/page/[page]",
] as const;

/** Each path means both languages; a part in brackets means every page of its kind. */
export const KEPT_PAGES = {
  /** The name, the presence, a column or a fact of a listing. Its own page is remade beside these, under each slug. */
  listing: [
    "",
    "/rankings",
    "/rankings/data",
    ...EDITION_PAGES,
    ...NEWEST_LISTS,
    "/rankings/method",
    "/rankings/method/[version]",
    "/rankings/method/[version]/[section]",
    ...MAPS,
    "/corrections",
    "/corrections/page/[page]",
    "/blog/[slug]",
    "/about",
  ],
  /** A new edition of the ranking, which every listing's page states. */
  edition: [
    "",
    "/rankings",
    "/rankings/editions",
    ...EDITION_PAGES,
    ...NEWEST_LISTS,
    "/rankings/method",
    "/rankings/method/[version]",
    "/rankings/method/[version]/[section]",
    ...MAPS,
    "/listings/[slug]",
    "/about",
  ],
  /** A published method; the ranking itself changes only with the next edition. */
  method: [
    "/rankings/method",
    "/rankings/method/changelog",
    "/rankings/method/[version]",
    "/rankings/method/[version]/[section]",
  ],
  /** A decision about a correction. */
  correction: ["/corrections", "/corrections/page/[page]"],
  /** A post, whose own page and whose tags' pages are remade beside these. */
  post: ["", "/blog", "/blog/page/[page]"],
} as const;

export type KeptChange = keyof typeof KEPT_PAGES;

/** The pages that show a change, as the router names them. */
export function keptPagesOf(change: KeptChange): string[] {
  return KEPT_PAGES[change].map((page) => `/[locale]/(reading)${page}`);
}
