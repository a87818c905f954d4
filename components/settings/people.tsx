import { FOOTER_ROLES, type FooterRole } from "@/lib/settings/disclosures";
import type { Settings } from "@/lib/settings/schema";
import { profileOf } from "@/lib/settings/texts";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";
import { Statement } from "./statement";

type TeamSettings = Pick<Settings, "footerCredits" | "profiles">;

const STATEMENTS = ["biography", "contact", "interests"] as const;

/** The people whom the footer names: what each does here, and what they say of themselves. */
export function People({ locale, settings }: { locale: Locale; settings: TeamSettings }) {
  const t = getTranslator(locale, "pages.editorialTeam.people");
  return (
    <>
      {FOOTER_ROLES.map((role) => (
        <Person key={role} locale={locale} settings={settings} role={role} />
      ))}
      {FOOTER_ROLES.some((role) => profileOf(settings, role)) && (
        <p className="mt-4 text-sm text-muted">
          {t("checked", { date: formatDay(locale, settings.profiles.checkedOn) })}
        </p>
      )}
    </>
  );
}

function Person({ locale, settings, role }: { locale: Locale; settings: TeamSettings; role: FooterRole }) {
  const t = getTranslator(locale, "pages.editorialTeam.people");
  const name = settings.footerCredits.value[role];
  const { biography, email, url, interests } = profileOf(settings, role) ?? {};
  const stated = {
    biography: biography?.[locale],
    contact: (email || url) && <Contact profile={t("profile", { name })} email={email} url={url} />,
    interests: interests?.[locale],
  };
  const missing = STATEMENTS.filter((part) => !stated[part]);
  return (
    <section
      id={role}
      aria-labelledby={`${role}-name`}
      className="mt-8 border-t border-line pt-6 target:border-l-4 target:border-l-accent target:pl-4"
    >
      <h2 id={`${role}-name`} className="text-2xl wrap-anywhere">
        {name}
      </h2>
      <p className="mt-1">{t(`roles.${role}`)}</p>
      {missing.length < STATEMENTS.length && (
        <dl className="mt-2 divide-y divide-line">
          {STATEMENTS.filter((part) => stated[part]).map((part) => (
            <Statement key={part} locale={locale} label={t(part)}>
              {stated[part]}
            </Statement>
          ))}
        </dl>
      )}
      {missing.length > 0 && (
        <p className="mt-3 text-muted">
          {t("missing", { parts: missing.map((part) => t(`parts.${part}`)).join("; ") })}
        </p>
      )}
    </section>
  );
}

interface ContactProps {
  /** The words of the link to the public profile. */
  profile: string;
  email: string | null | undefined;
  url: string | null | undefined;
}

function Contact({ profile, email, url }: ContactProps) {
  return (
    <span className="flex flex-wrap gap-x-6">
      {email && (
        <a href={`mailto:${email}`} className="text-link inline-flex min-h-11 items-center">
          {email}
        </a>
      )}
      {url && (
        <a href={url} rel="noreferrer noopener" className="text-link inline-flex min-h-11 items-center">
          {profile}
        </a>
      )}
    </span>
  );
}
