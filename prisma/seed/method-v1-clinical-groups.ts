import type { RankingMethod } from "@/lib/rankings/schema";
import { EVIDENCE } from "./method-v1-evidence";
import { MEDICATIONS } from "./method-v1-alternatives";

type Group = RankingMethod["groups"][number];
type Criterion = Group["criteria"][number];

const unknownWithout = (...categories: string[]): Criterion["unknownWhen"] => ({ noCodeOf: categories });

const medication: Group = {
  key: "medication",
  name: { en: "Medication", es: "Medicamentos" },
  explanation: {
    en: "Methadone and buprenorphine have the strongest evidence of all, so they weigh the most.",
    es: "La metadona y la buprenorfina tienen la evidencia más sólida de todas; por eso pesan más que nada.",
  },
  criteria: [
    {
      key: "methadone-or-buprenorphine",
      name: { en: "Methadone or buprenorphine on site", es: "Metadona o buprenorfina en el lugar" },
      explanation: {
        en: "Uses or prescribes one of the two medications linked to fewer overdoses and deaths.",
        es: "Usa o receta uno de los dos medicamentos asociados con menos sobredosis y muertes.",
      },
      points: 14,
      rule: { anyOf: ["BU", "MU", "BUM", "MM", "OTP", "UB"] },
      unknownWhen: unknownWithout("opioid-treatment"),
      evidence: [EVIDENCE.deathsInTreatment, EVIDENCE.pathways, EVIDENCE.nationalAcademies],
    },
    {
      key: "maintenance",
      name: { en: "Maintenance, not only detox", es: "Mantenimiento, no solo desintoxicación" },
      explanation: {
        en: "Medication goes on for as long as it helps; detox is only a first step. A service that ends in withdrawal does not count.",
        es: "El medicamento sigue mientras ayude; la desintoxicación es solo un primer paso. Un servicio que termina con el retiro del medicamento no cuenta.",
      },
      points: 6,
      rule: { anyOf: ["BUM", "MM"] },
      unknownWhen: unknownWithout("opioid-treatment"),
      evidence: [EVIDENCE.deathsAfterStopping, EVIDENCE.detoxAlone, EVIDENCE.lostTolerance],
    },
    {
      key: "choice-of-medication",
      name: {
        en: "At least two of methadone, buprenorphine, naltrexone",
        es: "Al menos dos de: metadona, buprenorfina, naltrexona",
      },
      explanation: {
        en: "When one medication does not suit a person, another is at hand.",
        es: "Cuando un medicamento no le sirve a una persona, hay otro disponible.",
      },
      points: 5,
      rule: { atLeast: 2, of: MEDICATIONS },
      unknownWhen: unknownWithout("opioid-treatment", "opioid-medications"),
      evidence: [EVIDENCE.choiceOfMedication],
    },
    {
      key: "keeps-methadone",
      name: { en: "Keeps people on methadone", es: "Mantiene la metadona de quien ya la toma" },
      explanation: {
        en: "It gives methadone itself, or takes people whose methadone comes from another program. Nobody has to stop to get in.",
        es: "Da metadona, o acepta a personas que la reciben de otro programa. Nadie tiene que dejarla para ingresar.",
      },
      points: 3,
      rule: { anyOf: ["MM", "OTP", "MOA"] },
      unknownWhen: unknownWithout("opioid-treatment"),
      evidence: [EVIDENCE.deathsAfterStopping],
    },
    {
      key: "keeps-buprenorphine",
      name: { en: "Keeps people on buprenorphine", es: "Mantiene la buprenorfina de quien ya la toma" },
      explanation: {
        en: "It goes on with buprenorphine, or takes people whose prescription comes from elsewhere.",
        es: "Continúa la buprenorfina, o acepta a personas con receta de otro lugar.",
      },
      points: 2,
      rule: { anyOf: ["BUM", "MOA"] },
      unknownWhen: unknownWithout("opioid-treatment"),
      evidence: [EVIDENCE.deathsAfterStopping],
    },
  ],
};

const safety: Group = {
  key: "safety",
  name: { en: "Safety", es: "Seguridad" },
  explanation: {
    en: "What keeps people alive and finds other illness early.",
    es: "Lo que mantiene con vida a las personas y detecta a tiempo otras enfermedades.",
  },
  criteria: [
    {
      key: "naloxone",
      name: { en: "Naloxone and overdose education", es: "Naloxona y educación sobre sobredosis" },
      explanation: {
        en: "People leave knowing how to reverse an overdose.",
        es: "Las personas salen sabiendo cómo revertir una sobredosis.",
      },
      points: 6,
      rule: { anyOf: ["NOE"] },
      unknownWhen: unknownWithout("transitional-services"),
      evidence: [EVIDENCE.naloxone],
    },
    {
      key: "medical-exam",
      name: { en: "Medical history and physical exam", es: "Historia clínica y examen físico" },
      explanation: {
        en: "A complete medical history and exam belong to the assessment.",
        es: "La evaluación incluye una historia clínica y un examen físico completos.",
      },
      points: 2,
      rule: { anyOf: ["MHPA"] },
      unknownWhen: unknownWithout("assessment"),
      evidence: [EVIDENCE.surveyItems],
    },
    {
      key: "infection-tests",
      name: { en: "HIV or hepatitis C tests", es: "Pruebas de VIH o hepatitis C" },
      explanation: {
        en: "At least one of the two tests is done on site.",
        es: "Se hace en el lugar al menos una de las dos pruebas.",
      },
      points: 2,
      rule: { anyOf: ["HIVT", "HCT"] },
      unknownWhen: unknownWithout("testing"),
      evidence: [EVIDENCE.surveyItems],
    },
  ],
};

const license: Group = {
  key: "license",
  name: { en: "License and accreditation", es: "Licencia y acreditación" },
  explanation: {
    en: "Who watches over the place. A license is a floor, and accreditation alone does not show good practice.",
    es: "Quién vigila el lugar. Una licencia es un mínimo, y la acreditación por sí sola no demuestra buenas prácticas.",
  },
  criteria: [
    {
      key: "state-license",
      name: {
        en: "Current state license or opioid treatment program certification",
        es: "Licencia del estado vigente o certificación como programa de tratamiento para opioides",
      },
      explanation: {
        en: "From the state's or the federal list, of a class that covers the kind of care. A place's own word is not proof. Of a place that another authority licenses, the state's list cannot tell.",
        es: "Según la lista del estado o la federal, de una clase que cubre el tipo de atención. La palabra del propio lugar no es prueba. De un lugar que autoriza otra autoridad, la lista del estado no puede decir nada.",
      },
      points: 8,
      rule: { license: true, anyOf: ["OTP"] },
      unknownWhen: { otherAuthority: true },
      evidence: [EVIDENCE.licenseNeeded, EVIDENCE.stateOversight],
    },
    {
      key: "accredited",
      name: {
        en: "Accredited by the Joint Commission, CARF, COA, NCQA or HFAP",
        es: "Con acreditación de Joint Commission, CARF, COA, NCQA o HFAP",
      },
      explanation: {
        en: "An independent body has reviewed the place.",
        es: "Un organismo independiente ha revisado el lugar.",
      },
      points: 6,
      rule: { anyOf: ["JC", "CARF", "COA", "NCQA", "HFAP"] },
      unknownWhen: unknownWithout("accreditation"),
      evidence: [EVIDENCE.signsOfQuality, EVIDENCE.secretShoppers],
    },
  ],
};

const coOccurring: Group = {
  key: "co-occurring",
  name: { en: "Mental health too", es: "También salud mental" },
  explanation: {
    en: "Many people have another mental health condition; both need care together.",
    es: "Muchas personas tienen también otro trastorno de salud mental; ambos necesitan atención al mismo tiempo.",
  },
  criteria: [
    {
      key: "co-occurring-program",
      name: {
        en: "Program for co-occurring disorders",
        es: "Programa para trastornos concurrentes (de salud mental y por consumo)",
      },
      explanation: {
        en: "A program or group made for people who have both.",
        es: "Un programa o grupo pensado para personas que tienen ambos.",
      },
      points: 6,
      rule: { anyOf: ["CO"] },
      unknownWhen: unknownWithout("special-programs"),
      evidence: [EVIDENCE.signsOfQuality, EVIDENCE.surveyItems],
    },
    {
      key: "mental-health-assessment",
      name: { en: "Mental health assessment", es: "Evaluación de salud mental" },
      explanation: {
        en: "A comprehensive assessment, not only a screening.",
        es: "Una evaluación completa, no solo unas preguntas iniciales.",
      },
      points: 4,
      rule: { anyOf: ["CMHA"] },
      unknownWhen: unknownWithout("assessment"),
      evidence: [EVIDENCE.surveyItems],
    },
    {
      key: "trauma-counseling",
      name: { en: "Trauma-related counseling", es: "Consejería relacionada con el trauma" },
      explanation: {
        en: "Counseling for people who have lived through trauma.",
        es: "Consejería para personas que han vivido experiencias traumáticas.",
      },
      points: 2,
      rule: { anyOf: ["TRC"] },
      unknownWhen: unknownWithout("approaches"),
      evidence: [EVIDENCE.surveyItems],
    },
  ],
};

export const CLINICAL_GROUPS: Group[] = [medication, safety, license, coOccurring];
