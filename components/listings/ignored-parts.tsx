import { Notice } from "@/components/ui/notice";
import type { Ignored } from "@/lib/search/filters";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** Parts of the page's URL that the search does not know, such as those of an old or mistyped link. */
export function IgnoredParts({ locale, ignored }: { locale: Locale; ignored: readonly Ignored[] }) {
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
