import type { RankingMethod } from "@/lib/rankings/schema";

/**
 * The categories of SAMHSA's code book (2023) that method 1 reads, whole: a facility that has any code of a category
 * answered it, so the category's other codes are a no.
 */
export const CATEGORIES: RankingMethod["categories"] = [
  {
    key: "opioid-treatment",
    name: { en: "Type of opioid treatment", es: "Tipo de tratamiento para opioides" },
    codes: "DB BUM OTP DM MM UB UN RPN PAIN MOA NMOA DLC MWS NOOP".split(" "),
  },
  {
    key: "opioid-medications",
    name: { en: "Opioid medications used in treatment", es: "Medicamentos para opioides usados en el tratamiento" },
    codes: "MU BU NU".split(" "),
  },
  {
    key: "transitional-services",
    name: { en: "Transitional services", es: "Servicios de transición" },
    codes: "ACC DP NOE OFD".split(" "),
  },
  {
    key: "assessment",
    name: { en: "Assessment and pre-treatment", es: "Evaluación y servicios previos al tratamiento" },
    codes: "CMHA CSAA ISC OPC MHPA STU SSA SMHD PIEC".split(" "),
  },
  {
    key: "testing",
    name: { en: "Testing", es: "Pruebas" },
    codes: "BABA DAOF DAUT HIVT STDT TBS MST HBT HCT".split(" "),
  },
  {
    key: "accreditation",
    name: { en: "License, certification and accreditation", es: "Licencia, certificación y acreditación" },
    codes: "STAG STMH STDH CARF COA HFAP HLA JC NCQA FQHC SOTP DEA".split(" "),
  },
  {
    key: "special-programs",
    name: { en: "Special programs and groups", es: "Programas y grupos especiales" },
    codes: "AD TAY WN PW MN SE GL VET ADM MF CJ CO COPSU HV XA DV TRMA".split(" "),
  },
  {
    key: "approaches",
    name: { en: "Treatment approaches", es: "Enfoques de tratamiento" },
    codes: "ANG BIA CBT CMI CRV MOTI MXM RELP SACA TRC TELE TWFA".split(" "),
  },
  {
    key: "setting",
    name: { en: "Service setting", es: "Tipo de atención" },
    codes: "HI OP RES HID HIT OD ODT OIT OMB ORT RD RL RS".split(" "),
  },
  {
    key: "recovery-support",
    name: { en: "Recovery support services", es: "Servicios de apoyo a la recuperación" },
    codes: "SHG HS AOSS RC PEER EMP".split(" "),
  },
  {
    key: "counseling",
    name: { en: "Education and counseling services", es: "Servicios de educación y consejería" },
    codes: "HAEC TAEC HEOH SAE TCC ICO GCO FCO MCO VOC".split(" "),
  },
  {
    key: "ancillary",
    name: { en: "Ancillary services", es: "Servicios complementarios" },
    codes: "ACU BC CM CCC DVFP EIH MHS SSD TA IPC SPS".split(" "),
  },
  {
    key: "payment",
    name: { en: "Payment, insurance and funding accepted", es: "Formas de pago, seguros y fondos aceptados" },
    codes: "FSA ITU MC MD MI NP PI SF SI SAMF".split(" "),
  },
  {
    key: "payment-assistance",
    name: { en: "Payment assistance available", es: "Ayuda disponible para pagar" },
    codes: "PA SS".split(" "),
  },
  {
    key: "languages",
    name: { en: "Language services", es: "Servicios en otros idiomas" },
    codes: "SP AH NX FX".split(" "),
  },
];
