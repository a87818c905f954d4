import type { ReactNode } from "react";
import { presenceMark } from "@/components/listings/listing-name";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import type { ReferenceView } from "@/lib/posts/types";

/** Where a post's claims can be checked; `[3]` in the text leads to the third. */
export function PostReferences({ locale, references }: { locale: Locale; references: ReferenceView[] }) {
  const t = getTranslator(locale, "blog.references");
  if (references.length === 0) return null;
  return (
    <section aria-labelledby="references">
      <h2 id="references" className="text-2xl">
        {t("title")}
      </h2>
      <ol className="mt-4 list-decimal space-y-2 pl-7 text-sm marker:text-muted">
        {references.map((reference, index) => (
          <li key={reference.url} id={`ref-${index + 1}`} className="rounded-sm pl-1 target:bg-accent-soft">
            <Reference locale={locale} reference={reference} />
          </li>
        ))}
      </ol>
      {references.some(({ checkedOn }) => checkedOn === null) && (
        <p className="mt-4 text-sm text-muted">{t.rich("unchecked", { policy: policyLink(locale) })}</p>
      )}
    </section>
  );
}

function policyLink(locale: Locale) {
  return (words: ReactNode) => (
    <a key="policy" href={localizedPath(locale, "/editorial-policy")} className="text-link">
      {words}
    </a>
  );
}

function Reference({ locale, reference }: { locale: Locale; reference: ReferenceView }) {
  const t = getTranslator(locale, "blog.references");
  const { title, publisher, year, url, checkedOn, presence } = reference;
  return (
    <>
      <span lang="en">
        {presence === "gone" ? (
          title
        ) : (
          <a href={url} rel="noreferrer noopener" className="text-link">
            {title}
          </a>
        )}
        {presence && presence !== "open" && ` ${presenceMark("en", presence)}`}. {publisher}
        {year && `, ${year}`}.
      </span>
      {checkedOn && <span className="text-muted"> {t("checked", { date: formatDay(locale, checkedOn) })}.</span>}
    </>
  );
}
