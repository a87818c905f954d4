import type { MethodCriterion } from "@/lib/rankings/schema";

type Alternative = Extract<MethodCriterion["rule"], { of: unknown }>["of"][number];

export const MEDICATIONS: Alternative[] = [
  { key: "methadone", name: { en: "Methadone", es: "Metadona" }, codes: ["MU", "MM", "OTP"] },
  { key: "buprenorphine", name: { en: "Buprenorphine", es: "Buprenorfina" }, codes: ["BU", "BUM", "UB"] },
  { key: "naltrexone", name: { en: "Naltrexone", es: "Naltrexona" }, codes: ["NU", "UN", "RPN"] },
];

/**
 * Seven levels, after what is done and not how long it takes: long- and short-term residential care are one level, and
 * outpatient medication is another than outpatient counseling. The general codes OP, RES and HI name no level of their own.
 */
export const LEVELS_OF_CARE: Alternative[] = [
  {
    key: "withdrawal-management",
    name: { en: "Withdrawal management (detox)", es: "Manejo de los síntomas de abstinencia (desintoxicación)" },
    codes: ["OD", "RD", "HID"],
  },
  { key: "outpatient", name: { en: "Outpatient", es: "Ambulatorio" }, codes: ["ORT"] },
  {
    key: "outpatient-medication",
    name: { en: "Outpatient medication treatment", es: "Tratamiento ambulatorio con medicamentos" },
    codes: ["OMB"],
  },
  { key: "intensive-outpatient", name: { en: "Intensive outpatient", es: "Ambulatorio intensivo" }, codes: ["OIT"] },
  {
    key: "day-treatment",
    name: { en: "Day treatment (partial hospitalization)", es: "Tratamiento diurno (hospitalización parcial)" },
    codes: ["ODT"],
  },
  { key: "residential", name: { en: "Residential", es: "Residencial" }, codes: ["RL", "RS"] },
  { key: "hospital-inpatient", name: { en: "Hospital inpatient", es: "Hospitalización" }, codes: ["HIT"] },
];
