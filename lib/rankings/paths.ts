/**
 * The pages a new edition touches, as route patterns: each stands for both languages, and the last for every listing.
 * Revalidate them with the type "page".
 */
export const EDITION_PAGES = [
  "/[locale]/(reading)",
  "/[locale]/(reading)/rankings",
  "/[locale]/(reading)/rankings/editions",
  "/[locale]/(reading)/rankings/editions/[number]",
  "/[locale]/(reading)/rankings/kinds/[kind]",
  "/[locale]/(reading)/rankings/method",
  "/[locale]/(reading)/map",
  "/[locale]/(reading)/map/kinds/[kind]",
  "/[locale]/(reading)/rankings/method/[version]",
  "/[locale]/(reading)/listings/[slug]",
] as const;
