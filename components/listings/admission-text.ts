import { partsOf, type AdmissionAnswer } from "@/lib/admissions/questions";
import type { AdmissionFact } from "@/lib/admissions/types";
import { formatDay } from "@/lib/shared/dates";
import { getTranslator, type Locale } from "@/lib/shared/i18n";

/** What an answer is about: "Wait for a free place". */
export function admissionQuestion(locale: Locale, said: AdmissionAnswer): string {
  return getTranslator(locale, "listings.admission")(`questions.${partsOf(said)[0]}`);
}

/** "up to a week". */
export function admissionText(locale: Locale, said: AdmissionAnswer): string {
  return getTranslator(locale, "listings.admission")(`answers.${said}`);
}

/** "told us on November 20, 2026", and of an old answer that one has to ask again. */
export function toldText(locale: Locale, { asOf, isOld }: Pick<AdmissionFact, "asOf" | "isOld">): string {
  const t = getTranslator(locale, "listings.admission");
  const told = t("told", { date: formatDay(locale, asOf) });
  return isOld ? `${told} · ${t("old")}` : told;
}
