import type { MethodText, RankingMethod } from "@/lib/rankings/schema";
import { EVIDENCE } from "./method-v1-evidence";
import { CATEGORIES } from "./method-v1-categories";
import { CLINICAL_GROUPS } from "./method-v1-clinical-groups";
import { SUPPORT_GROUPS } from "./method-v1-support-groups";

/** The first ranking method, as data. Published methods never change: a new version gets a new file. */
export const METHOD_V1: RankingMethod = {
  version: 1,
  gates: {
    treatsOpioidUseDisorder: {
      name: { en: "Treats opioid use disorder", es: "Trata el trastorno por consumo de opioides" },
      explanation: {
        en: "Places that say they do not treat opioid use disorder, or only treat alcohol use disorder or people referred for driving under the influence, are not ranked.",
        es: "No se clasifican los lugares que dicen no tratar el trastorno por consumo de opioides, o que solo tratan el trastorno por consumo de alcohol o a personas remitidas por conducir bajo los efectos de sustancias.",
      },
      noneOf: ["NOOP", "AUDO", "DUO"],
    },
    authorized: {
      name: { en: "Authorized now", es: "Con autorización vigente" },
      explanation: {
        en: "A place needs what covers the kind of care that it is listed as. Residential care: a residential license that is current in the state's list, or a certificate there of a place that another department licenses. Outpatient care: a current certificate or license. An opioid treatment program: federal certification. Without these, a place passes when it states that another authority licenses it, or when our staff entered an exemption with its source. A place that answers both residential and outpatient care, and of which we find an outpatient certificate only, counts as outpatient.",
        es: "Un lugar necesita lo que cubra el tipo de atención con que figura. Atención residencial: una licencia residencial vigente en la lista del estado, o un certificado en ella de un lugar que autoriza otro departamento. Atención ambulatoria: un certificado o una licencia vigentes. Un programa de tratamiento para opioides: la certificación federal. Sin eso, un lugar cumple si afirma que lo autoriza otra autoridad, o si nuestro equipo registró una excepción con su fuente. Un lugar que dice ofrecer atención residencial y ambulatoria, y del que solo encontramos un certificado ambulatorio, cuenta como ambulatorio.",
      },
      licenseClasses: {
        opioid_treatment_program: [],
        outpatient: ["NON", "RES"],
        residential: ["RES", "DSS", "DPH"],
        hospital: ["RES", "DSS", "DPH"],
      },
      certifications: ["OTP"],
      otherAuthorities: [
        {
          key: "federal",
          name: { en: "the federal government", es: "el gobierno federal" },
          codes: ["VAMC", "FED", "DDF"],
        },
        {
          key: "tribal",
          name: { en: "the Indian Health Service", es: "el Servicio de Salud Indígena" },
          codes: ["IH"],
        },
        {
          key: "hospital",
          name: { en: "a hospital licensing authority", es: "la autoridad que da licencias a hospitales" },
          codes: ["HLA", "GH", "PSYH"],
        },
        {
          key: "health-center",
          name: { en: "the federal health center program", es: "el programa federal de centros de salud" },
          codes: ["FQHC"],
        },
      ],
      // Clinics of a county or city, and of a health plan: some need no license of the list, and no source says which.
      notChecked: { codes: ["LCCG"], names: ["Kaiser Permanente"] },
      evidence: [EVIDENCE.licenseNeeded, EVIDENCE.certificationNeeded, EVIDENCE.opioidProgramCertified],
    },
    open: {
      name: { en: "Open, and in the newest directory", es: "Abierto y en el directorio más reciente" },
      explanation: {
        en: "A place that has closed, or whose license was revoked or suspended, is listed apart with the date. So is one that an older federal directory named and the newest does not: it may have moved or closed.",
        es: "Un lugar cerrado, o con la licencia revocada o suspendida, aparece por separado con la fecha. También uno que figuraba en un directorio federal anterior y no en el más reciente: puede haberse mudado o cerrado.",
      },
    },
    enoughKnown: {
      name: { en: "Enough is known", es: "Se sabe lo suficiente" },
      explanation: {
        en: "At least 60% of the weight must be known; otherwise there is not enough information to rank.",
        es: "Se debe conocer al menos el 60% del peso; si no, no hay información suficiente para clasificar.",
      },
    },
  },
  programs: {
    name: { en: "Programs, not addresses", es: "Programas, no direcciones" },
    explanation: {
      en: "One program has one rank, also when it has several addresses: one operator, one main phone, one kind of care, the same people who may come, and no two addresses more than one mile apart. Where its addresses answer differently, that answer counts as unknown. An address that fails a gate is listed apart.",
      es: "Un programa ocupa un solo puesto, aunque tenga varias direcciones: un mismo operador, un mismo teléfono principal, un mismo tipo de atención, las mismas personas que pueden acudir y ninguna dirección a más de una milla de otra. Si sus direcciones responden de forma distinta, esa respuesta cuenta como desconocida. Una dirección que no cumple una condición aparece por separado.",
    },
    withinMiles: 1,
    sameAnswers: ["CHLD", "YAD", "ADLT", "SNR", "FEM", "MALE"],
  },
  categories: CATEGORIES,
  groups: [...CLINICAL_GROUPS, ...SUPPORT_GROUPS],
  constants: { minimumKnownShare: 0.6, priorPercentile: 25 },
};

export const METHOD_V1_CHANGELOG: MethodText = {
  en: "First method: four gates, 26 criteria in eight groups, 100 points. Programs are ranked, not addresses. Unknown answers count at the 25th percentile of the ranked peers.",
  es: "Primer método: cuatro condiciones, 26 criterios en ocho grupos, 100 puntos. Se clasifican programas, no direcciones. Las respuestas que no se conocen cuentan según el percentil 25 de los lugares clasificados.",
};
