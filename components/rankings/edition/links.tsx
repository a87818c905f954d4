import { Back, Onward } from "@/components/ui/arrows";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

interface EditionLinksProps {
  locale: Locale;
  number: number;
  /** The newest there is. */
  newest: number;
}

/** Links to the editions before and after one, and to all of them. */
export function EditionLinks({ locale, number, newest }: EditionLinksProps) {
  const t = getTranslator(locale, "rankings.oneEdition");
  const all = getTranslator(locale, "rankings.editions")("link");
  const path = (to: number) => localizedPath(locale, `/rankings/editions/${to}`);
  return (
    <nav aria-label={t("navLabel")} className="no-print mt-4">
      <ul className="flex flex-wrap gap-x-6">
        {number > 1 && (
          <li>
            <a href={path(number - 1)} rel="prev" className="text-link inline-flex min-h-11 items-center">
              <Back>{t("edition", { number: number - 1 })}</Back>
            </a>
          </li>
        )}
        <li>
          <a href={localizedPath(locale, "/rankings/editions")} className="text-link inline-flex min-h-11 items-center">
            {all}
          </a>
        </li>
        {number < newest && (
          <li>
            <a href={path(number + 1)} rel="next" className="text-link inline-flex min-h-11 items-center">
              <Onward>{t("edition", { number: number + 1 })}</Onward>
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
