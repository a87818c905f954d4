import type { Organization, SearchAction, WebSite, WithActionConstraints } from "schema-dts";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import type { SchemaThing } from "@/lib/shared/json-ld";

/** Who publishes every page. @param site the site's URL without a trailing slash */
export function publisher(site: string): Exclude<Organization, string> {
  return { "@type": "Organization", "@id": `${site}/#publisher`, name: getTranslator("en", "site")("name"), url: site };
}

/** The home page: the site, who publishes it, and how its search is asked. */
export function siteThings(locale: Locale, site: string): SchemaThing[] {
  const t = getTranslator(locale, "site");
  const search: WithActionConstraints<Exclude<SearchAction, string>> = {
    "@type": "SearchAction",
    target: {
      "@type": "EntryPoint",
      urlTemplate: `${site}${localizedPath(locale, "/listings")}?q={search_term_string}`,
    },
    "query-input": "required name=search_term_string",
  };
  const website: WebSite = {
    "@type": "WebSite",
    name: t("name"),
    description: t("tagline"),
    url: site + localizedPath(locale, "/"),
    inLanguage: locale,
    publisher: { "@id": `${site}/#publisher` },
    potentialAction: search,
  };
  return [{ ...publisher(site), logo: `${site}/icon-512.png` }, website];
}
