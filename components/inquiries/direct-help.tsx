import { filtersQuery, type ListingFilters } from "@/lib/search/filters";
import type { Settings } from "@/lib/settings/schema";
import { telUrl } from "@/lib/shared/crisis-lines";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { TeamContact } from "./team-contact";

interface DirectHelpProps {
  locale: Locale;
  settings: Pick<Settings, "teamContact" | "crisisNumbers">;
  /** What the person asked for. */
  asked: ListingFilters;
}

/** The ways that need no form: our team, who to call now, and the places themselves. */
export function DirectHelp({ locale, settings: { teamContact, crisisNumbers }, asked }: DirectHelpProps) {
  const t = getTranslator(locale, "contact.direct");
  const crisis = getTranslator(locale, "site.crisis");
  const { email, phone } = teamContact.value;
  return (
    <div className="mt-3 grid gap-3">
      {(email || phone) && (
        <div>
          <p>{t("team")}</p>
          <TeamContact locale={locale} email={email} phone={phone} />
        </div>
      )}
      <div>
        <p>{t("crisis")}</p>
        <ul className="list-disc pl-5">
          {crisisNumbers.value.map(({ key, number }) => (
            <li key={key}>
              <a href={telUrl({ number })} className="text-link font-semibold">
                {number}
              </a>{" "}
              {crisis(key)}
            </li>
          ))}
        </ul>
      </div>
      <p>
        <a
          href={localizedPath(locale, `/listings${filtersQuery(asked)}`)}
          className="text-link inline-flex min-h-11 items-center"
        >
          {t("places")}
        </a>
      </p>
    </div>
  );
}
