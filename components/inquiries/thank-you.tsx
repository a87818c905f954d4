import { ButtonLink } from "@/components/ui/button";
import { Letter } from "@/components/ui/drawings";
import { Notice } from "@/components/ui/notice";
import { CONSENT_DAYS } from "@/lib/inquiries/consent";
import type { ThankYouShown } from "@/lib/inquiries/thank-you";
import { receiptPath } from "@/lib/receipts/paths";
import type { SettingValue } from "@/lib/settings/schema";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { TeamContact } from "./team-contact";

interface ThankYouProps extends ThankYouShown {
  locale: Locale;
  teamContact: SettingValue<"teamContact">;
}

/** The reference, the truth about our mail, and what happens next. */
export function ThankYou({ locale, inquiry, receipt, teamContact }: ThankYouProps) {
  const t = getTranslator(locale, "contact.thankYou");
  const within = getTranslator(locale, "contact.answersWithin");
  const { reference, confirmation } = inquiry;
  const { email, phone, answersWithin } = teamContact;
  return (
    <div className="max-w-prose space-y-6">
      <h1 className="text-3xl">{t("title")}</h1>
      <div className="rounded-md border border-line bg-surface p-5">
        <p className="text-sm text-muted">{t("reference")}</p>
        <p className="tabular text-2xl font-semibold tracking-wide">{reference}</p>
        <p className="mt-1 text-sm">{t("keep")}</p>
      </div>
      {confirmation && (
        <Notice tone={confirmation === "usual" ? "success" : "warning"}>{t(`mail.${confirmation}`)}</Notice>
      )}
      <section className="grid gap-3">
        <h2 className="text-2xl">{t("receipt.title")}</h2>
        <p>{t("receipt.lead")}</p>
        {typeof receipt === "object" ? (
          <>
            <p>
              <ButtonLink href={receiptPath(locale, receipt.token)}>{t("receipt.open")}</ButtonLink>
            </p>
            <p className="text-sm">{t("receipt.save")}</p>
          </>
        ) : (
          <>
            {receipt === "later" && <p>{t("receipt.later")}</p>}
            <p>{t("receipt.mailed")}</p>
          </>
        )}
      </section>
      <section className="grid gap-3">
        <Letter className="mt-4 w-36" />
        <h2 className="text-2xl">{t("nextTitle")}</h2>
        <ol className="grid list-decimal gap-2 pl-5">
          <li>
            {t("nextRead")} {answersWithin && within(answersWithin)}
          </li>
          <li>{t("nextPermission", { days: CONSENT_DAYS })}</li>
          <li>{t("nextWithdraw")}</li>
        </ol>
        <TeamContact locale={locale} email={email} phone={phone} />
      </section>
      <p>
        <a href={localizedPath(locale, "/rankings")} className="text-link">
          {t("rankings")}
        </a>
      </p>
    </div>
  );
}
