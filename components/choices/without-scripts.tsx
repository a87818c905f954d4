import { pathWithListings, type Pairs } from "@/lib/choices/paths";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

/** What works without scripts. Browsers with scripts do not show it, even while they load. */
export function WithoutScripts({ locale, asked }: { locale: Locale; asked: Pairs }) {
  const t = getTranslator(locale, "shortlist");
  return (
    <div className="max-w-prose rounded-md border-l-4 border-accent bg-accent-soft p-4 [@media(scripting:enabled)]:hidden">
      <p>{t("withoutScripts")}</p>
      <ul>
        {(["compare", "callSheet"] as const).map((page) => (
          <li key={page}>
            <a
              href={localizedPath(
                locale,
                pathWithListings(page === "compare" ? "/compare" : "/call-sheet", [], {}, asked),
              )}
              className="text-link inline-flex min-h-11 items-center font-semibold"
            >
              {t(page === "compare" ? "compareInstead" : "callSheetInstead")}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
