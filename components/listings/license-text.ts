import type { ClassedLicense } from "@/lib/facts/license";
import { isLicenseClass } from "@/lib/facts/license-class";
import type { LicenseAbsence } from "@/lib/facts/license-standing";
import type { SelfReportNote } from "@/lib/facts/self-report";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** "residential, licensed and certified": what a license is for, and which of the two it is. */
export function licenseClassText(locale: Locale, license: Omit<ClassedLicense, "expiresOn">): string {
  const t = getTranslator(locale, "facts.license");
  const { settingCode: code } = license;
  const status = t(`status.${statusOf(license)}`);
  return isLicenseClass(code) ? t(`class.${code}`, { status }) : t("class.other", { code, status });
}

function statusOf({ isLicensed, isCertified }: Omit<ClassedLicense, "expiresOn">) {
  if (isLicensed && isCertified) return "both";
  if (isLicensed) return "licensed";
  return isCertified ? "certified" : "listed";
}

/** When a license ended, which is no proof that it was not renewed; dates are YYYY-MM-DD. */
export function endedText(locale: Locale, endedOn: string, listDay: string): string {
  const days = { date: formatDay(locale, endedOn), listDate: formatDay(locale, listDay) };
  return getTranslator(locale, "facts.license")("ended", days);
}

/** Why no current license is shown: in full beside what to do, or in short for a cell of a table. */
export function absenceText(locale: Locale, absence: LicenseAbsence, length: "full" | "short"): string {
  const t = getTranslator(locale, `facts.license.absence.${length}`);
  if (absence.why === "other_authority")
    return t("other_authority", { authority: getTranslator(locale, "facts.license.authority")(absence.authority) });
  return absence.why === "not_found" ? t("not_found", { date: formatDay(locale, absence.listDay) }) : t(absence.why);
}

/** What stands beside a place's own word that a list does not bear out. */
export function selfReportText(locale: Locale, note: SelfReportNote): string {
  const t = getTranslator(locale, "facts.selfReport");
  if (note === "self_reported") return t("self_reported");
  if (note.state === "ended") return t("ended", { date: formatDay(locale, note.on) });
  return note.state === "not_found" ? t("not_found", { date: formatDay(locale, note.listDay) }) : t("not_checked");
}
