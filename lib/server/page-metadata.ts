import "server-only";
import type { Metadata } from "next";
import { getTranslator, LOCALES, localizedPath, type Locale } from "@/lib/shared/i18n";
import { siteUrl } from "./env";

interface PageIdentity {
  locale: Locale;
  /** The page's English path, such as "/rankings"; null where there is no page (any more). */
  path: string | null;
  title: string;
  description?: string;
  /** The languages its content exists in; the first is the original. Both, when left out. */
  languages?: readonly Locale[];
}

/** Title, description, the one URL of a page, and its forms in each language it exists in. */
export function pageMetadata({ locale, path, title, description, languages = LOCALES }: PageIdentity): Metadata {
  const site = getTranslator(locale, "site")("name");
  const words = { title: `${title} · ${site}`, description };
  if (path === null) return { ...words, robots: { index: false } };
  const original = languages[0] ?? locale;
  return {
    ...words,
    metadataBase: new URL(siteUrl()),
    alternates: {
      canonical: localizedPath(languages.includes(locale) ? locale : original, path),
      languages: {
        ...Object.fromEntries(languages.map((language) => [language, localizedPath(language, path)])),
        "x-default": localizedPath(original, path),
      },
    },
  };
}
