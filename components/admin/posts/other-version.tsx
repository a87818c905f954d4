import type { ReactNode } from "react";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface Version {
  id: string;
  title: string;
  locale: string;
}

interface OtherVersionProps {
  locale: Locale;
  post: { translates: Version | null; translations: Version[] };
}

/** Of what a post is a translation, or by what it is translated; nothing when neither. */
export function OtherVersion({ locale, post: { translates, translations } }: OtherVersionProps) {
  return (
    <>
      {translates && <VersionLink locale={locale} words="translationOf" version={translates} />}
      {translations.map((version) => (
        <VersionLink key={version.id} locale={locale} words="translatedAs" version={version} />
      ))}
    </>
  );
}

interface VersionLinkProps {
  locale: Locale;
  words: "translationOf" | "translatedAs";
  version: Version;
}

function VersionLink({ locale, words, version }: VersionLinkProps) {
  const t = getTranslator(locale, "admin.post");
  return <p>{t.rich(words, { title: version.title, link: linkTo(version) })}</p>;
}

function linkTo({ id, locale }: Version) {
  return (title: ReactNode) => (
    <a key="link" href={`/admin/posts/${id}`} lang={locale} className="text-link">
      {title}
    </a>
  );
}
