import { factOf, type Fact } from "@/lib/facts/facts";
import type { ClassedLicense } from "@/lib/facts/license";
import { hasBeds, isLicenseClass, LICENSED_CLASS } from "@/lib/facts/license-class";
import { licenseAbsenceOf, licenseStandingOf, type LicenseAbsence } from "@/lib/facts/license-standing";
import type { SelfReportNote } from "@/lib/facts/self-report";
import { lastDayOf } from "@/lib/listings/due-notes";
import type { LicenseView, ListingDetail } from "@/lib/listings/types";
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

/** What the state allows under a license beside its class. */
type Allowing = Pick<LicenseView, "settingCode" | "capacity" | "offersDetox" | "medicalServices">;

/** "licensed for up to 6 beds"; null for outpatient care, or where the state gives no number. */
export function bedsText(locale: Locale, { settingCode, capacity }: Allowing): string | null {
  if (!hasBeds(settingCode) || capacity === null) return null;
  return getTranslator(locale, "listings.licenses")("capacity", { count: capacity });
}

/** Whether medicine may be given on site, which this department says of its own residential licenses alone. */
export function medicineText(locale: Locale, { settingCode, medicalServices }: Allowing): string | null {
  if (settingCode !== LICENSED_CLASS || medicalServices === null) return null;
  return getTranslator(locale, "listings.licenses")(medicalServices ? "medicineYes" : "medicineNo");
}

/** All of it in one line; empty when there is nothing to say. */
export function allowanceText(locale: Locale, license: Allowing): string {
  const t = getTranslator(locale, "listings.licenses");
  const medicine = medicineText(locale, license);
  const parts = [
    bedsText(locale, license),
    license.offersDetox && `${t("detox")}: ${t("included")}`,
    medicine && `${t("medicine")}: ${medicine}`,
  ];
  return parts.filter(Boolean).join(" · ");
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

/** The license of a place in one line, with its last day: "valid until May 31, 2027". `day` is YYYY-MM-DD. */
export function licenseLine(
  locale: Locale,
  { licenses, stateListAsOf, exemptionReason }: Pick<ListingDetail, "licenses" | "stateListAsOf" | "exemptionReason">,
  facts: ReadonlyMap<string, Fact>,
  day: string,
): string {
  const t = getTranslator(locale, "listings.summary");
  const standing = licenseStandingOf(licenses, stateListAsOf, day);
  if (standing.state !== "current" && exemptionReason) return t("exempt");
  const absence = licenseAbsenceOf(standing, facts);
  const ended = standing.state === "ended" ? t("ended", { date: formatDay(locale, standing.on) }) : null;
  const missing = absence ? absenceText(locale, absence, "short") : ended;
  // The state licenses programs that give methadone in another list, which we do not have.
  if (missing) return factOf(facts, "OTP").value === "yes" ? t("certified", { rest: missing }) : missing;
  const last = lastDayOf(licenses, day);
  return last ? t("until", { date: formatDay(locale, last) }) : t("noEnd");
}
