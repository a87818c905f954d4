import { PageSteps } from "@/components/ui/page-steps";
import type { ShownSheet } from "@/lib/map/atlas";
import { sheetPath } from "@/lib/map/paths";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { sheetNames } from "./map-words";

/** The other pages of a section, each by what it is near; nothing where there is one. */
export function SheetLinks({ locale, sheet }: { locale: Locale; sheet: ShownSheet }) {
  const t = getTranslator(locale, "map.sheet");
  const { kind, section, page } = sheet;
  const { key, sheets } = section;
  if (sheets.length === 1) return null;
  const href = (to: number) => localizedPath(locale, sheetPath(kind, key, to));
  return (
    <nav id="sheets" aria-label={t("all")} className="no-print mt-8 border-t border-line pt-2">
      <PageSteps page={page} pageCount={sheets.length} href={href} previous={t("previous")} next={t("next")} />
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
