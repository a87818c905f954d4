/**
 * The pages a published method touches, as route patterns; the ranking itself changes only with the next edition.
 * Revalidate them with the type "page".
 */
export const METHOD_PAGES = [
  "/[locale]/(reading)/rankings/method",
  "/[locale]/(reading)/rankings/method/changelog",
  "/[locale]/(reading)/rankings/method/[version]",
] as const;
