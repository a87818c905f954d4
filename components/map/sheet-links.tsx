import type { ShownSheet } from "@/lib/map/atlas";
import { sheetPath } from "@/lib/map/paths";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { sheetNames } from "./map-words";

const STEP = "text-link inline-flex min-h-11 items-center font-semibold";

/** The other pages of a section, each by what it is near; nothing where there is one. */
export function SheetLinks({ locale, sheet }: { locale: Locale; sheet: ShownSheet }) {
  const t = getTranslator(locale, "map.sheet");
  const { kind, section, page } = sheet;
  const { key, sheets } = section;
  if (sheets.length === 1) return null;
  const href = (to: number) => localizedPath(locale, sheetPath(kind, key, to));
  return (
    <nav id="sheets" aria-label={t("all")} className="no-print mt-8 border-t border-line pt-2">
      <p className="flex flex-wrap items-center gap-x-6">
        {page > 1 && (
          <a href={href(page - 1)} rel="prev" className={STEP}>
            <span aria-hidden="true">←&nbsp;</span>
            {t("previous")}
          </a>
        )}
        {page < sheets.length && (
          <a href={href(page + 1)} rel="next" className={STEP}>
            {t("next")}
            <span aria-hidden="true">&nbsp;→</span>
          </a>
        )}
      </p>
      <ol className="gap-x-6 sm:columns-2">
        {sheets.map((each, index) => (
          <li key={each.places[0]?.slug} className="break-inside-avoid">
            <a
              href={href(index + 1)}
              aria-current={index + 1 === page ? "page" : undefined}
              className="tabular inline-flex min-h-11 items-center rounded-md px-2 text-sm underline aria-[current]:bg-accent-soft aria-[current]:font-semibold aria-[current]:no-underline"
            >
              {[t("number", { page: index + 1 }), sheetNames(locale, each)].filter(Boolean).join(": ")}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
