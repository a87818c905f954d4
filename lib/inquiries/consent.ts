import type { Locale } from "@/lib/shared/i18n";

export interface ConsentText {
  version: string;
  locale: Locale;
  text: string;
}

/** How long a consent holds. */
export const CONSENT_DAYS = 90;

/**
 * Every sentence a person was ever asked to agree to, newest first. A record names its version. Here and in
 * the database we add entries and never change one, so that a version always means the same words. The English is the
 * owner's, word for word.
 */
const CONSENT_TEXTS: readonly ConsentText[] = [
  {
    version: "2026-11-22.1",
    locale: "en",
    text: "I give permission to Best Heroin Rehab to reach out to firms on my behalf.",
  },
  {
    version: "2026-11-22.1",
    locale: "es",
    text: "Doy permiso a Best Heroin Rehab para comunicarse con empresas en mi nombre.",
  },
];

/** The sentence to ask for now. */
export function currentConsent(locale: Locale): ConsentText {
  return CONSENT_TEXTS.find((text) => text.locale === locale)!;
}

/** The sentence of a version as a form showed it, or null for a version that never was. */
export function consentOf(locale: Locale, version: string): ConsentText | null {
  return CONSENT_TEXTS.find((text) => text.locale === locale && text.version === version) ?? null;
}

export function consentExpiry(givenAt: Date): Date {
  return new Date(givenAt.getTime() + CONSENT_DAYS * 24 * 60 * 60 * 1000);
}
