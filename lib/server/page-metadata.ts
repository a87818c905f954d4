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
  /** Where its content is in each language that it exists in, the original first. `path` in both, when left out. */
  forms?: readonly PageForm[];
}

export interface PageForm {
  locale: Locale;
  /** The English path. */
  path: string;
}

/** Title, description, the one URL of a page, and its forms in each language it exists in. */
export function pageMetadata({ locale, path, title, description, forms }: PageIdentity): Metadata {
  const site = getTranslator(locale, "site")("name");
  const words = { title: `${title} · ${site}`, description };
  if (path === null) return { ...words, robots: { index: false } };
  const all = forms ?? LOCALES.map((language) => ({ locale: language, path }));
  const original = all[0] ?? { locale, path };
  const read = all.find((form) => form.locale === locale) ?? original;
  const urlOf = (form: PageForm) => localizedPath(form.locale, form.path);
  return {
    ...words,
    metadataBase: new URL(siteUrl()),
    alternates: {
      canonical: urlOf(read),
      languages: {
        ...Object.fromEntries(all.map((form) => [form.locale, urlOf(form)])),
        "x-default": urlOf(original),
      },
    },
  };
}
