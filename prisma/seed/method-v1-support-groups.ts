import type { RankingMethod } from "@/lib/rankings/schema";
import { LEVELS_OF_CARE } from "./method-v1-alternatives";
import { EVIDENCE } from "./method-v1-evidence";

type Group = RankingMethod["groups"][number];
type Criterion = Group["criteria"][number];

const unknownWithout = (...categories: string[]): Criterion["unknownWhen"] => ({ noCodeOf: categories });

const therapies: Group = {
  key: "therapies",
  name: { en: "Therapies", es: "Terapias" },
  explanation: {
    en: "Talking and reward-based therapies can add to medication; they do not replace it.",
    es: "Las terapias de conversación y de incentivos pueden sumarse a los medicamentos; no los reemplazan.",
  },
  criteria: [
    {
      key: "contingency-management",
      name: { en: "Contingency management", es: "Manejo de contingencias (premios por avances)" },
      explanation: {
        en: "Small rewards for steps such as tests without drugs.",
        es: "Pequeños premios por avances, como pruebas con resultado negativo.",
      },
      points: 3,
      rule: { anyOf: ["CMI", "CRV"] },
      unknownWhen: unknownWithout("approaches"),
      evidence: [EVIDENCE.contingencyManagement],
    },
    {
      key: "cbt",
      name: { en: "Cognitive behavioral therapy", es: "Terapia cognitivo-conductual" },
      explanation: {
        en: "Learning to notice and change thoughts and habits that lead to use.",
        es: "Aprender a reconocer y cambiar pensamientos y costumbres que llevan al consumo.",
      },
      points: 3,
      rule: { anyOf: ["CBT"] },
      unknownWhen: unknownWithout("approaches"),
      evidence: [EVIDENCE.cbt],
    },
    {
      key: "motivational",
      name: { en: "Motivational interviewing", es: "Entrevista motivacional" },
      explanation: {
        en: "A respectful way of talking that helps people find their own reasons to change.",
        es: "Una forma respetuosa de conversar que ayuda a cada persona a encontrar sus propias razones para cambiar.",
      },
      points: 2,
      rule: { anyOf: ["MOTI"] },
      unknownWhen: unknownWithout("approaches"),
      evidence: [EVIDENCE.motivational],
    },
  ],
};

const continuity: Group = {
  key: "continuity",
  name: { en: "Continuity", es: "Continuidad" },
  explanation: {
    en: "Care that goes on when needs change and after the first treatment ends.",
    es: "Atención que sigue cuando cambian las necesidades y después del primer tratamiento.",
  },
  criteria: [
    {
      key: "levels-of-care",
      name: { en: "Two or more levels of care", es: "Dos o más niveles de atención" },
      explanation: {
        en: "A person can step up or down without changing to another place. Long- and short-term residential count as one level.",
        es: "La persona puede pasar a un nivel mayor o menor sin cambiar de lugar. El tratamiento residencial largo y el corto cuentan como un solo nivel.",
      },
      points: 3,
      rule: { atLeast: 2, of: LEVELS_OF_CARE },
      unknownWhen: unknownWithout("setting"),
      evidence: [EVIDENCE.changingNeeds],
    },
    {
      key: "aftercare",
      name: { en: "Aftercare", es: "Atención continua" },
      explanation: {
        en: "Care continues after the main part of treatment.",
        es: "La atención sigue después de la parte principal del tratamiento.",
      },
      points: 3,
      rule: { anyOf: ["ACC"] },
      unknownWhen: unknownWithout("transitional-services"),
      evidence: [EVIDENCE.chronicIllness],
    },
    {
      key: "discharge-planning",
      name: { en: "Discharge planning", es: "Plan para la salida" },
      explanation: {
        en: "The next steps are arranged before a person leaves.",
        es: "Los siguientes pasos se acuerdan antes de que la persona salga.",
      },
      points: 2,
      rule: { anyOf: ["DP"] },
      unknownWhen: unknownWithout("transitional-services"),
      evidence: [EVIDENCE.chronicIllness],
    },
    {
      key: "peers",
      name: { en: "Peer support", es: "Apoyo de pares" },
      explanation: {
        en: "Support or coaching from people who have been through it themselves.",
        es: "Apoyo o acompañamiento de personas que han pasado por lo mismo.",
      },
      points: 2,
      rule: { anyOf: ["PEER", "RC"] },
      unknownWhen: unknownWithout("recovery-support"),
      evidence: [EVIDENCE.peers],
    },
  ],
};

const family: Group = {
  key: "family",
  name: { en: "Family", es: "Familia" },
  explanation: {
    en: "Families can take part, and parents can come.",
    es: "Las familias pueden participar, y las madres y los padres pueden venir.",
  },
  criteria: [
    {
      key: "family-counseling",
      name: { en: "Family counseling", es: "Consejería familiar" },
      explanation: {
        en: "Sessions that include the family.",
        es: "Sesiones que incluyen a la familia.",
      },
      points: 3,
      rule: { anyOf: ["FCO"] },
      unknownWhen: unknownWithout("counseling"),
      evidence: [EVIDENCE.signsOfQuality, EVIDENCE.familyTraining],
    },
    {
      key: "children",
      name: { en: "Child care or beds for children", es: "Cuidado de niños o camas para los hijos" },
      explanation: {
        en: "Parents can get care without leaving their children.",
        es: "Las madres y los padres pueden recibir atención sin separarse de sus hijos.",
      },
      points: 1,
      rule: { anyOf: ["CCC", "BC"] },
      unknownWhen: unknownWithout("ancillary"),
      evidence: [EVIDENCE.signsOfQuality],
    },
  ],
};

const access: Group = {
  key: "access",
  name: { en: "Access", es: "Acceso" },
  explanation: {
    en: "A person can pay for it, understand it and get there.",
    es: "La persona puede pagarlo, entenderlo y llegar.",
  },
  criteria: [
    {
      key: "medi-cal",
      name: { en: "Medi-Cal", es: "Medi-Cal" },
      explanation: {
        en: "Accepts Medicaid, which is called Medi-Cal in California.",
        es: "Acepta Medicaid, que en California se llama Medi-Cal.",
      },
      points: 5,
      rule: { anyOf: ["MD"] },
      unknownWhen: unknownWithout("payment"),
      evidence: [EVIDENCE.countyNoCost],
    },
    {
      key: "affordable",
      name: { en: "Sliding fee, payment assistance or free", es: "Pago según sus ingresos, ayuda para pagar o gratis" },
      explanation: {
        en: "There is a way in for people without insurance or money.",
        es: "Hay una manera de ingresar para quienes no tienen seguro ni dinero.",
      },
      points: 3,
      rule: { anyOf: ["SS", "PA", "NP"] },
      unknownWhen: unknownWithout("payment", "payment-assistance"),
      evidence: [EVIDENCE.slidingFee],
    },
    {
      key: "other-languages",
      name: { en: "Languages other than English", es: "Otros idiomas además del inglés" },
      explanation: {
        en: "Treatment in Spanish or in another language.",
        es: "Tratamiento en español o en otro idioma.",
      },
      points: 2,
      rule: { anyOf: ["SP", "FX", "NX"] },
      unknownWhen: unknownWithout("languages"),
      evidence: [EVIDENCE.surveyItems],
    },
    {
      key: "transport-or-telehealth",
      name: { en: "Transportation help or telehealth", es: "Ayuda con el transporte o telesalud" },
      explanation: {
        en: "Distance does not have to be the reason to stay away.",
        es: "La distancia no tiene que ser la razón para no recibir atención.",
      },
      points: 2,
      rule: { anyOf: ["TA", "TELE"] },
      unknownWhen: unknownWithout("ancillary", "approaches"),
      evidence: [EVIDENCE.surveyItems],
    },
  ],
};

export const SUPPORT_GROUPS: Group[] = [therapies, continuity, family, access];
