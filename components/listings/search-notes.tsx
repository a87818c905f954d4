import { Notice } from "@/components/ui/notice";
import type { Ignored } from "@/lib/listings/filters";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** What the address said that the search had no use for. */
export function SearchNotes({ locale, ignored }: { locale: Locale; ignored: readonly Ignored[] }) {
  const t = getTranslator(locale, "filters");
  if (ignored.length === 0) return null;
  return (
    <div className="mt-4">
      <Notice title={t("ignored.title")}>
        <p className="break-words">
          {t("ignored.text")}{" "}
          {ignored.map(({ name, value }, index) => (
            <span key={`${name}=${value}`}>
              {index > 0 && ", "}
              <code>{value === null ? name : `${name}=${value}`}</code>
            </span>
          ))}
        </p>
      </Notice>
    </div>
  );
}
