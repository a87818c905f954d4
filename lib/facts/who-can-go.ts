// Who can go to a place, from what it told the federal survey and from what the state's list says of its own licenses.
// Where the two disagree both are said, and nobody is promised anything; what nobody says is not "everyone".

import { factOf, type Fact, type FactValue } from "./facts";
import { populationOf, type StatePopulation } from "./state-population";

type Facts = ReadonlyMap<string, Fact>;

/** Whom the search can ask for. Keys stand in URLs: they never change their meaning. */
export const PEOPLE = [
  "a-woman",
  "a-man",
  "a-mother-with-children",
  "a-minor",
  "a-young-adult",
  "an-elder",
  "a-veteran",
] as const;
export type People = (typeof PEOPLE)[number];

/** `named` is whom the survey's answers name, `state` whom the state's list does. */
const BASES = ["both", "named", "state", "namedNotState", "stateNotNamed", "opposite"] as const;
type Basis = (typeof BASES)[number];

/** A sentence about a limit, or about minors: messages/ facts.who. A place without a limit takes women, men and adults. */
export type WhoNote =
  | `women.${Basis}`
  | `men.${Basis}`
  | "all.state"
  | `youth.${Exclude<Basis, "namedNotState" | "opposite">}`
  /** Minors beside adults. */
  | `minors.${Exclude<Basis, "namedNotState" | "opposite">}`
  | (typeof PLAIN_NOTES)[number];

const PLAIN_NOTES = [
  "adultsNotNamed",
  "minorsNotNamed",
  "minorsUnknown",
  "veterans",
  "military",
  "dui",
  "alcohol",
  "children",
  "genderUnknown",
  "ageUnknown",
  "unknown",
  /** The addresses of a program leave out different people. */
  "differs",
] as const;

/** The survey's codes that it is read from. */
export const WHO_CODES = ["FEM", "MALE", "CHLD", "YAD", "ADLT", "SNR", "VAMC", "DDF", "DUO", "AUDO", "OUDO"] as const;

export interface WhoCanGo {
  /** In the order in which they are printed. */
  notes: WhoNote[];
  answers: Record<People, FactValue>;
}

/** @param populations of the place's own licenses, as the state writes them; null where it writes nothing */
export function whoCanGo(facts: Facts, populations: readonly (string | null)[]): WhoCanGo {
  const state = populationOf(populations);
  const only = onlyFor(facts);
  const limits = known([...genderNotes(facts, state), ...ageNotes(facts, state)]);
  return {
    notes: [
      ...only,
      ...limits.filter((note) => !isAboutMinors(note)),
      ...(state.children ? CHILDREN : []),
      ...limits.filter(isAboutMinors),
    ],
    answers: answersOf(facts, state, only),
  };
}

const CHILDREN = ["children"] as const;

function isAboutMinors(note: WhoNote): boolean {
  return note.startsWith("minors");
}

function known(notes: WhoNote[]): WhoNote[] {
  const isUnknown = notes.includes("genderUnknown") && notes.includes("ageUnknown");
  return isUnknown ? ["unknown", ...notes.filter(isAboutMinors)] : notes;
}

/** The survey's groups that exclude everybody else. A hospital of Veterans Affairs treats those who served. */
function onlyFor(facts: Facts): ("veterans" | "military" | "dui" | "alcohol")[] {
  const says = (code: string) => factOf(facts, code).value === "yes";
  return [
    ...(says("VAMC") ? (["veterans"] as const) : []),
    ...(says("DDF") ? (["military"] as const) : []),
    ...(says("DUO") ? (["dui"] as const) : []),
    // Three places tick "only alcohol" and "only opioids" as well: that leaves out nobody who reads this.
    ...(says("AUDO") && !says("OUDO") ? (["alcohol"] as const) : []),
  ];
}

/** Whom some places are for alone; to everybody else they are the wrong door. */
const GROUPS_ALONE: readonly string[] = ["veterans", "military", "dui", "alcohol", "youth"];

/** Whether it is only for a group that most people do not belong to, as the place or the state's list says. */
export function isForGroupAlone(notes: readonly WhoNote[]): boolean {
  return notes.some((note) => GROUPS_ALONE.includes(note.split(".")[0]!));
}

/** Whether everybody grown may come, as far as these say: they only tell of those who are younger. */
export function leavesOutNoAdult(notes: readonly WhoNote[]): boolean {
  return notes.every((note) => isAboutMinors(note) || note === "children");
}

/** What a card has room for. That most places name no minors stands on their pages. */
export function inBrief(notes: readonly WhoNote[]): WhoNote[] {
  return notes.filter((note) => note !== "minorsNotNamed");
}

/** Whether the state's list says it, alone, too or otherwise. */
export function restsOnState(note: WhoNote): boolean {
  return note === "children" || (note.includes(".") && !note.endsWith(".named"));
}

/** Where the place and the state's list say different things of who may come. */
export const DISPUTED_NOTES = ["women", "men", "youth", "minors"].flatMap((group) =>
  ["namedNotState", "stateNotNamed", "opposite"].map((basis) => `${group}.${basis}`),
);

/** What all addresses of a program say, and whether they differ. */
export function commonWho(each: readonly (readonly WhoNote[])[]): WhoNote[] {
  const said = [...new Set(each.flat())];
  const shared = said.filter((note) => each.every((notes) => notes.includes(note)));
  return shared.length === said.length ? shared : [...shared, "differs"];
}

type Genders = "women" | "men" | "all" | null;

function gendersOf(women: FactValue, men: FactValue): Genders {
  if (women === "yes" && men === "yes") return "all";
  if (women === "yes" && men === "no") return "women";
  return men === "yes" && women === "no" ? "men" : null;
}

function genderNotes(facts: Facts, state: StatePopulation): WhoNote[] {
  const named = gendersOf(factOf(facts, "FEM").value, factOf(facts, "MALE").value);
  const listed = gendersOf(state.women, state.men);
  if (named === null) {
    if (listed !== null) return [`${listed}.state`];
    return state.youthOnly ? [] : ["genderUnknown"];
  }
  if (named === "all") return listed === "women" || listed === "men" ? [`${listed}.stateNotNamed`] : [];
  if (listed === named) return [`${named}.both`];
  if (listed === null) return [`${named}.named`];
  return listed === "all" ? [`${named}.namedNotState`] : [`${listed}.opposite`];
}

/** Children and adolescents, young adults, adults, older adults. */
function ageValues(facts: Facts): FactValue[] {
  return ["CHLD", "YAD", "ADLT", "SNR"].map((code) => factOf(facts, code).value);
}

function ageNotes(facts: Facts, state: StatePopulation): WhoNote[] {
  const [youth, ...grown] = ageValues(facts);
  if (youth === "yes" && grown.every((value) => value === "no"))
    return [state.youthOnly ? "youth.both" : "youth.named"];
  if (state.youthOnly) return [grown.includes("yes") ? "youth.stateNotNamed" : "youth.state"];
  const adults = factOf(facts, "ADLT").value;
  if (adults === "unknown") return state.youth ? ["ageUnknown", "minors.state"] : ["ageUnknown"];
  return [...(adults === "no" ? (["adultsNotNamed"] as const) : []), minorsNote(youth!, state)];
}

/** A place for adults, and whether minors may come too. */
function minorsNote(youth: FactValue, state: StatePopulation): WhoNote {
  if (youth === "yes") return state.youth ? "minors.both" : "minors.named";
  if (state.youth) return youth === "no" ? "minors.stateNotNamed" : "minors.state";
  return youth === "no" ? "minorsNotNamed" : "minorsUnknown";
}

function answersOf(facts: Facts, state: StatePopulation, only: ReturnType<typeof onlyFor>): WhoCanGo["answers"] {
  const [youth, young, adult, older] = ageValues(facts) as [FactValue, FactValue, FactValue, FactValue];
  const grown = state.youthOnly ? "no" : "unknown";
  const open = only.length > 0 ? "no" : "yes";
  const openToVeterans = only.some((each) => each === "dui" || each === "alcohol") ? "no" : "yes";
  const takesWomen = together(factOf(facts, "FEM").value, state.women);
  const takesMen = together(factOf(facts, "MALE").value, state.men);
  const takesAdults = together(notNamed(adult, [young, older]), grown);
  const women = all(takesWomen, takesAdults, open);
  return {
    "a-woman": women,
    "a-man": all(takesMen, takesAdults, open),
    "a-mother-with-children": all(women, any(factOf(facts, "BC").value, state.children ? "yes" : "no")),
    "a-minor": all(together(youth, state.youth ? "yes" : "unknown"), open),
    "a-young-adult": all(together(notNamed(young, [youth, adult]), grown), open),
    "an-elder": all(together(notNamed(older, [adult]), grown), open),
    "a-veteran": all(any(takesWomen, takesMen), takesAdults, openToVeterans),
  };
}

/** An age group that a place did not name, beside one that it takes, is no "no": most name only the usual ones. */
function notNamed(value: FactValue, beside: readonly FactValue[]): FactValue {
  return value === "no" && beside.includes("yes") ? "unknown" : value;
}

/** What two sources say: where they disagree, nothing is known. */
function together(one: FactValue, other: FactValue): FactValue {
  if (one === "unknown") return other;
  return other === "unknown" || other === one ? one : "unknown";
}

function all(...values: FactValue[]): FactValue {
  if (values.includes("no")) return "no";
  return values.includes("unknown") ? "unknown" : "yes";
}

function any(...values: FactValue[]): FactValue {
  if (values.includes("yes")) return "yes";
  return values.includes("unknown") ? "unknown" : "no";
}
