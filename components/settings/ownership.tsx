import type { ReactNode } from "react";
import type { Settings } from "@/lib/settings/schema";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, localizedPath, type Locale } from "@/lib/shared/i18n";
import { Statement } from "./statement";

/** Who owns the site, who pays for it, what it earns, and how to ask. */
export function Ownership({ locale, ownership }: { locale: Locale; ownership: Settings["ownership"] }) {
  const t = getTranslator(locale, "pages.ownership.facts");
  const { legalName, payers, income, asking } = ownership.value;
  const isStated = [legalName, payers, income, asking].some((each) => each !== null);
  const contact = (words: ReactNode) => (
    <a key="contact" href={localizedPath(locale, "/contact")} className="text-link">
      {words}
    </a>
  );
  return (
    <>
      <dl className="mt-6 divide-y divide-line border-y border-line">
        <Statement locale={locale} label={t("legalName")}>
          {legalName}
        </Statement>
        <Statement locale={locale} label={t("payers")}>
          {payers?.[locale]}
        </Statement>
        <Statement locale={locale} label={t("income")}>
          {income?.[locale]}
        </Statement>
        <Statement locale={locale} label={t("asking")}>
          {asking && `${asking[locale]}\n`}
          {t.rich("contact", { link: contact })}
        </Statement>
      </dl>
      {isStated && (
        <p className="mt-4 text-sm text-muted">{t("checked", { date: formatDay(locale, ownership.checkedOn) })}</p>
      )}
    </>
  );
}
