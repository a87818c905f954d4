import { getTranslator, type Locale } from "@/lib/shared/i18n";
import type { Heading } from "@/lib/posts/types";

/** The sections of a long post; beside it on a wide screen, before it on a phone. */
export function TableOfContents({ locale, contents, lang }: { locale: Locale; contents: Heading[]; lang: Locale }) {
  const t = getTranslator(locale, "blog");
  if (contents.length === 0) return null;
  return (
    <nav aria-labelledby="contents" className="no-print lg:sticky lg:top-6">
      <h2 id="contents" className="font-sans text-sm font-semibold tracking-normal text-muted">
        {t("contents")}
      </h2>
      <ol lang={lang} className="mt-1 border-l-2 border-line">
        {contents.map(({ id, text }) => (
          <li key={id}>
            <a
              href={`#${id}`}
              className="-ml-0.5 flex min-h-11 items-center border-l-2 border-transparent py-2 pl-4 text-sm leading-snug no-underline hover:border-accent hover:text-accent hover:underline"
            >
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
