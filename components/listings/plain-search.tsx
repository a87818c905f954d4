import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { MAX_TEXT_LENGTH } from "@/lib/search/filters";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface PlainSearchProps {
  locale: Locale;
  /** Of the field: a page may have a form for each language. */
  id: string;
  /** More of what one can ask. */
  children?: ReactNode;
}

/** A search that needs no script: it leads to the list of places, whose form has every filter. */
export function PlainSearch({ locale, id, children }: PlainSearchProps) {
  const t = getTranslator(locale, "home.search");
  return (
    <form method="get" action={localizedPath(locale, "/listings")} aria-label={t("label")}>
      <label htmlFor={id} className="text-sm font-semibold">
        {t("field")}
      </label>
      <div className="mt-1 flex gap-2">
        <input
          id={id}
          name="q"
          type="search"
          maxLength={MAX_TEXT_LENGTH}
          className="block min-h-12 w-full min-w-0 rounded-md border-2 border-accent bg-surface px-3 py-2 text-base text-ink"
        />
        <Button className="shrink-0">{t("submit")}</Button>
      </div>
      {children}
    </form>
  );
}
