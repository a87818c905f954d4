import type { ReactNode } from "react";
import type { FooterRole } from "@/lib/settings/disclosures";
import { personPath, TEAM_PATH, ZERO_ERROR_PATH } from "@/lib/settings/paths";
import type { SettingValue } from "@/lib/settings/schema";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";

const PAGES = [
  ["about", "/about"],
  ["team", TEAM_PATH],
  ["ownership", "/ownership"],
  ["policy", "/editorial-policy"],
  ["independence", "/independence"],
  ["corrections", "/corrections"],
  ["privacy", "/privacy"],
] as const;

interface SiteFooterProps {
  locale: Locale;
  credits: SettingValue<"footerCredits">;
}

/** About one screen of a phone at most: the owner's words, every page about the site, and what the law asks for. */
export function SiteFooter({ locale, credits }: SiteFooterProps) {
  const t = getTranslator(locale, "site.footer");
  const linkTo = (role: FooterRole) =>
    function person(name: ReactNode) {
      return (
        <a key={role} href={localizedPath(locale, personPath(role))} className="text-link">
          {name}
        </a>
      );
    };
  return (
    <footer aria-label={t("label")} className="mt-14 border-t border-line bg-surface text-sm leading-snug">
      <div className="shell grid gap-x-12 gap-y-4 py-5 sm:grid-cols-2 sm:py-8">
        <div className="space-y-1.5">
          <p>
            <a
              href={localizedPath(locale, "/contact")}
              className="text-link inline-flex min-h-11 items-center text-base font-semibold"
            >
              {t("contact")}
            </a>
          </p>
          <p>{t("questions")}</p>
          <p>{t("broughtBy")}</p>
          <p>
            <a href={localizedPath(locale, "/editorial-policy")} className="text-link font-semibold">
              {t("zeroError")}
            </a>
            :{" "}
            {t.rich("credits", {
              ...credits,
              writer: linkTo("crafted"),
              editor: linkTo("polished"),
              checker: linkTo("evaluated"),
            })}{" "}
            <a href={localizedPath(locale, ZERO_ERROR_PATH)} className="text-link">
              {t("zeroErrorMeaning")}
            </a>
          </p>
          <p>{t("rights")}</p>
        </div>
        <ul className="grid grid-cols-2 content-start gap-x-5">
          <li>
            <a href={localizedPath(locale, "/rankings/method")} className="text-link inline-flex min-h-11 items-center">
              {getTranslator(locale, "site.nav")("method")}
            </a>
          </li>
          {PAGES.map(([page, path]) => (
            <li key={page}>
              <a href={localizedPath(locale, path)} className="text-link inline-flex min-h-11 items-center">
                {t(page)}
              </a>
            </li>
          ))}
        </ul>
        <div className="space-y-1.5 text-xs text-muted sm:col-span-2">
          <p className="text-ink">{t("notAffiliated")}</p>
          <p>{t("notMedical")}</p>
          <p>{t("dataSources")}</p>
        </div>
      </div>
    </footer>
  );
}
