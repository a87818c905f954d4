/** The languages of the product, without any of its words. */
export const LOCALES = ["en", "es"] as const;
export type Locale = (typeof LOCALES)[number];
