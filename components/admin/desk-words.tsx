import { getTranslator, type Locale, type Messages } from "@/lib/shared/i18n";

export type DeskWord = keyof Messages["admin"]["words"]["means"];

/** What the words of a page mean that nobody knows on their first day; folded, below its title. */
export function DeskWords({ locale, words }: { locale: Locale; words: readonly DeskWord[] }) {
  const t = getTranslator(locale, "admin.words");
  return (
    <details className="text-sm">
      <summary className="text-link inline-flex min-h-11 cursor-pointer items-center">
        {t("title", { words: words.map((word) => t(`means.${word}.word`)).join(", ") })}
      </summary>
      <dl className="max-w-prose space-y-2 border-l-2 border-line pl-4">
        {words.map((word) => (
          <div key={word}>
            <dt className="font-semibold">{t(`means.${word}.word`)}</dt>
            <dd>{t(`means.${word}.what`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
