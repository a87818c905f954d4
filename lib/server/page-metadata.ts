import "server-only";
import type { Metadata } from "next";
import { getTranslator, localizedPath, LOCALES, type Locale } from "@/lib/shared/i18n";
import { siteUrl } from "./env";

interface PageMetadata {
  locale: Locale;
  /** The page's English address, such as "/blog"; null for a page that is not there. */
  path: string | null;
  title: string;
  description?: string;
  /** The languages the content itself exists in; the first is the address that search engines keep. */
  languages?: readonly Locale[];
}

/** Title, description, canonical address and the other language's address of a public page. */
export function pageMetadata({ locale, path, title, description, languages = LOCALES }: PageMetadata): Metadata {
  const name = getTranslator(locale, "site")("name");
  if (path === null) return { title: `${title} · ${name}`, robots: { index: false } };
  const address = (language: Locale) => siteUrl() + localizedPath(language, path);
  const canonical = address(languages.includes(locale) ? locale : languages[0]!);
  const alternates = Object.fromEntries(languages.map((language) => [language, address(language)]));
  return {
    title: `${title} · ${name}`,
    description: description ?? null,
    alternates: { canonical, languages: { ...alternates, "x-default": address(languages[0]!) } },
    openGraph: { title, description: description ?? "", url: canonical, siteName: name, locale },
  };
}
