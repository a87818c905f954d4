import { Mugs } from "@/components/ui/drawings";
import { TEAM_PATH } from "@/lib/settings/paths";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

const PAGES = [
  ["about", "/about"],
  ["team", TEAM_PATH],
  ["ownership", "/ownership"],
] as const;

/** Who stands behind the site, last on the first page. */
export function WhoWeAre({ locale }: { locale: Locale }) {
  const t = getTranslator(locale, "home.who");
  const pages = getTranslator(locale, "site.footer");
  return (
    <section aria-labelledby="who-title" className="mt-14">
      <Mugs className="mb-3 w-32 sm:float-end sm:ml-8 sm:w-40" />
      <h2 id="who-title" className="text-2xl">
        {t("title")}
      </h2>
      <p className="mt-2 max-w-prose">{t("text")}</p>
      <ul className="flex flex-wrap gap-x-8">
        {PAGES.map(([page, path]) => (
          <li key={page}>
            <a href={localizedPath(locale, path)} className="text-link inline-flex min-h-11 items-center">
              {pages(page)}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
