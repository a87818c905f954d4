import "server-only";
import type { Metadata } from "next";
import { FEEDS, feedPath } from "@/lib/shared/feeds";
import { getTranslator, LOCALES, localizedPath, type Locale } from "@/lib/shared/i18n";
import { LANGUAGE_TAG } from "@/lib/shared/language-tag";
import { SOCIAL_IMAGE_SIZE, socialImageOf } from "@/lib/shared/social-image";
import { siteUrl } from "./env";

interface PageIdentity {
  locale: Locale;
  /** The page's English path, such as "/rankings"; null where there is no page (any more), or none to be found. */
  path: string | null;
  title: string;
  /** 70 to 160 characters, and no other page's: the crawl test counts them. */
  description?: string;
  /** Where its content is in each language that it exists in, the original first. `path` in both, when left out. */
  forms?: readonly PageForm[];
}

export interface PageForm {
  locale: Locale;
  /** The English path. */
  path: string;
}

/** Title, description, the one URL of a page, its forms in each language it exists in, and what a link to it shows. */
export function pageMetadata({ locale, path, title, description, forms }: PageIdentity): Metadata {
  const site = getTranslator(locale, "site")("name");
  const words = { title: `${title} · ${site}`, description };
  if (path === null) return { ...words, robots: { index: false } };
  const all = forms ?? LOCALES.map((language) => ({ locale: language, path }));
  const original = all[0] ?? { locale, path };
  const read = all.find((form) => form.locale === locale) ?? original;
  const image = socialImageOf(locale, path);
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
      ...(hasFeeds(path) && { types: feedLinks(locale) }),
    },
    openGraph: {
      title,
      description,
      url: urlOf(read),
      type: "website",
      locale: openGraphLocale(read.locale),
      images: [{ url: image, ...SOCIAL_IMAGE_SIZE }],
    },
    // As text, or the framework says its size again.
    twitter: { card: "summary_large_image", images: [image] },
  };
}

/** As Open Graph writes it: "es_US". */
function openGraphLocale(locale: Locale): string {
  return LANGUAGE_TAG[locale].replace("-", "_");
}

function hasFeeds(path: string): boolean {
  return path === "/" || path === "/blog" || path.startsWith("/blog/");
}

function feedLinks(locale: Locale) {
  const title = getTranslator(locale, "site")("feed");
  return Object.fromEntries(FEEDS.map(({ file, type }) => [type, [{ url: feedPath(locale, file), title }]]));
}
