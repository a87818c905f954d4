// What people call things here, in either language: what a word means, and what it searches. The words of the filters
// themselves are not repeated (option-names), nor those of services (service-words), nor places (gazetteer).

import type { FilterGroup, FilterOption } from "@/lib/facts/filter-options";
import type { Locale } from "@/lib/shared/i18n";
import { plainWords } from "./words";

/**
 * What the whole directory is about. These restrict nothing: a name may have them or not, and who types "rehab" wants
 * every place. A place that is called so is still found by its name.
 */
const SUBJECT: Record<Locale, string> = {
  en:
    "heroin, heroine, opioid, opiate, opium, fentanyl, fent, narcotic, drug, substance, addiction, addict, addicted, " +
    "dependence, dependency, disorder, oud, sud, rehab, rehabs, rehabilitation, recovery, treatment, treatment center, " +
    "treat, care, center, centre, clinic, facility, facilities, program, place, service, provider, doctor, physician, " +
    "help, get clean, get sober, withdrawal, near me, los angeles county, la county",
  es:
    "heroína, opioide, opiáceo, fentanilo, narcótico, droga, sustancia, adicción, adicciones, adicto, adicta, " +
    "dependencia, trastorno, rehabilitación, recuperación, tratamiento, tratar, centro, clínica, programa, lugar, " +
    "lugares, servicio, médico, médica, doctora, ayuda, abstinencia, cerca de mí, condado de los ángeles",
};

/** What a phrase asks for: a place needs one of these options, which are of one group. */
export interface Asked<Group extends FilterGroup = FilterGroup> {
  group: Group;
  options: readonly FilterOption<Group>[];
}

type Row = { [Group in FilterGroup]: [phrases: string, group: Group, ...options: FilterOption<Group>[]] }[FilterGroup];

/** Other names for what the filters ask. A phrase stands in one row only. */
const ASKED: readonly Row[] = [
  // Brands of buprenorphine; those of its monthly injection stay words of that service.
  ["suboxone, subutex, zubsolv, bup, bupe, suboxona", "medication", "buprenorphine"],
  ["dolophine, methadose", "medication", "methadone"],
  ["vivitrol, revia", "medication", "naltrexone"],
  ["mat, moud, medication assisted, medicación asistida", "medication", "methadone", "buprenorphine", "naltrexone"],
  ["detoxification, detoxing, desintoxicar", "level", "detox"],
  ["inpatient, live in, internamiento, interno", "level", "residential", "hospital"],
  ["iop", "level", "intensive-outpatient"],
  ["php, partial hospitalization", "level", "day-treatment"],
  ["sober living, sober home, halfway house, casa de sobriedad", "level", "sober-housing"],
  ["medicaid", "payment", "medi-cal"],
  [
    "no insurance, uninsured, without insurance, sin seguro, low cost, bajo costo",
    "payment",
    "free",
    "sliding-fee",
    "assistance",
  ],
  ["for free, gratis, gratuito, gratuita, no cost, sin costo", "payment", "free"],
  ["woman, female, ladies, mujer", "population", "women"],
  ["man, male, hombre", "population", "men"],
  ["pregnancy, expecting, embarazada, embarazadas, embarazo", "population", "pregnant"],
  ["teen, teenager, youth, adolescent, adolescente, joven, jóvenes", "population", "teens"],
  ["seniors, elderly, adultos mayores", "population", "older-adults"],
  ["gay, lesbian, trans, transgender, queer, lgbt", "population", "lgbtq"],
  ["va, vets, veteran, veterano", "population", "veterans"],
  ["probation, parole, jail, prison, libertad condicional, cárcel, prisión", "population", "justice"],
  ["dual diagnosis, depression, depresión, anxiety, ansiedad", "population", "mental-health"],
  ["spanish speaking, in spanish, en español, habla español, hablan español", "language", "spanish"],
  [
    "kids, with kids, children, with children, niños, con niños, hijos, con hijos",
    "access",
    "children-stay",
    "child-care",
  ],
  ["online, virtual, por internet, en línea", "access", "telehealth"],
  ["ride, rides, transporte", "access", "transportation"],
  ["otp, narcotic treatment program, ntp", "kind", "opioid_treatment_program"],
];

const plainPhrases = (list: string) => list.split(",").map((phrase) => plainWords(phrase).join(" "));

/** Phrases in plain words, one blank between them. */
export const SUBJECT_PHRASES: ReadonlySet<string> = new Set(Object.values(SUBJECT).flatMap(plainPhrases));

export const ASKED_PHRASES: ReadonlyMap<string, Asked> = new Map(
  ASKED.flatMap(([phrases, group, ...options]) =>
    plainPhrases(phrases).map((phrase): [string, Asked] => [phrase, { group, options }]),
  ),
);
