/**
 * The pages a new edition touches, as route patterns: each stands for both languages, and the last for every listing.
 * Revalidate them with the type "page".
 */
export const EDITION_PAGES = [
  "/[locale]/(reading)",
  "/[locale]/(reading)/rankings",
  "/[locale]/(reading)/rankings/method",
  "/[locale]/(reading)/map",
  "/[locale]/(reading)/map/kinds/[kind]",
  "/[locale]/(reading)/listings/[slug]",
] as const;
