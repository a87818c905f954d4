import { getTranslator, type Locale } from "@/lib/shared/i18n";

interface TeamContactProps {
  locale: Locale;
  email: string | null;
  /** E.164. */
  phone: string | null;
}

/** Our own email and phone, as far as the team has them. */
export function TeamContact({ locale, email, phone }: TeamContactProps) {
  const t = getTranslator(locale, "contact");
  if (!email && !phone) return null;
  return (
    <ul className="grid gap-1">
      {email && (
        <li>
          {t("teamEmail")}{" "}
          <a href={`mailto:${email}`} className="text-link font-semibold">
            {email}
          </a>
        </li>
      )}
      {phone && (
        <li>
          {t("teamPhone")}{" "}
          <a href={`tel:${phone}`} className="text-link font-semibold">
            {phone}
          </a>
        </li>
      )}
    </ul>
  );
}
