import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ATTRIBUTES } from "./attributes";
import { resolveFacts } from "./facts";
import { commonWho, PEOPLE, restsOnState, WHO_CODES, whoCanGo, type People, type WhoNote } from "./who-can-go";

/** A row of the survey, as it is read: a code that is not there is a no where its question was answered. */
function survey(codes: string) {
  const yes = codes.split(" ").filter(Boolean);
  const asked = new Set(yes.map((code) => ATTRIBUTES.get(code)?.category));
  const no = [...ATTRIBUTES.values()].filter(({ code, category }) => asked.has(category) && !yes.includes(code));
  return resolveFacts([
    {
      source: "samhsa",
      asOf: "2023-01-01",
      asOfPrecision: "year",
      yes,
      no: no.map(({ code }) => code),
      unknown: [],
    },
  ]);
}

const ALL = "FEM MALE YAD ADLT";
const notesOf = (codes: string, ...populations: (string | null)[]) => whoCanGo(survey(codes), populations).notes;
const answersOf = (codes: string, ...populations: (string | null)[]) => whoCanGo(survey(codes), populations).answers;

test("every code is in the code book", () => {
  expect(WHO_CODES.filter((code) => !ATTRIBUTES.has(code))).toEqual([]);
});

describe("what is printed", () => {
  test.each<[string, string, (string | null)[], WhoNote[]]>([
    ["takes all, no license", ALL, [], ["minorsNotNamed"]],
    ["takes all, the state says co-ed", ALL, ["CO-ED"], ["minorsNotNamed"]],
    ["older adults and youth not named, as most do", "FEM MALE ADLT", [], ["minorsNotNamed"]],
    ["women only, as both say", "FEM YAD ADLT", ["WOMEN ONLY"], ["women.both", "minorsNotNamed"]],
    ["women only, as the place says", "FEM YAD ADLT", [], ["women.named", "minorsNotNamed"]],
    [
      "women only, as a license without a population leaves open",
      "FEM YAD ADLT",
      [null],
      ["women.named", "minorsNotNamed"],
    ],
    ["women with their children", "FEM YAD ADLT", ["WOMEN/CHILDREN"], ["women.both", "children", "minorsNotNamed"]],
    ["men, and the state says co-ed", "MALE YAD ADLT", ["CO-ED"], ["men.namedNotState", "minorsNotNamed"]],
    ["all, and the state says men", ALL, ["MEN ONLY"], ["men.stateNotNamed", "minorsNotNamed"]],
    ["women, and the state says men", "FEM ADLT", ["MEN ONLY"], ["men.opposite", "minorsNotNamed"]],
    ["no answer, and the state says men", "ADLT", ["MEN ONLY"], ["men.state", "minorsNotNamed"]],
    ["no answer, and the state says co-ed", "", ["CO-ED"], ["all.state", "ageUnknown"]],
    ["no ages", "FEM MALE", [], ["ageUnknown"]],
    ["no answer and no license", "", [], ["unknown"]],
    ["ages alone", "ADLT", [], ["genderUnknown", "minorsNotNamed"]],
    ["youth alone", "FEM MALE CHLD", [], ["youth.named"]],
    ["youth alone, as the state says", "FEM MALE CHLD", ["YOUTH/ADOLESCENT"], ["youth.both"]],
    ["youth and adults", "FEM MALE CHLD ADLT", [], ["minors.named"]],
    ["youth and adults, as both say", "FEM MALE CHLD ADLT", ["CO-ED/YOUTH"], ["minors.both"]],
    ["adults, and the state says youth too", ALL, ["CO-ED/YOUTH"], ["minors.stateNotNamed"]],
    ["no answer, and the state says youth too", "", ["CO-ED/YOUTH"], ["all.state", "ageUnknown", "minors.state"]],
    ["adults, and the state says youth", ALL, ["YOUTH/ADOLESCENT"], ["youth.stateNotNamed"]],
    ["no answer, and the state says youth", "", ["YOUTH/ADOLESCENT"], ["youth.state"]],
    ["young adults alone", "FEM MALE YAD", [], ["adultsNotNamed", "minorsNotNamed"]],
    ["a hospital of Veterans Affairs", `${ALL} VAMC FED VET`, [], ["veterans", "minorsNotNamed"]],
    ["a program for veterans at a place for all", `${ALL} PVTN VET`, [], ["minorsNotNamed"]],
    ["the Department of Defense", `${ALL} DDF`, [], ["military", "minorsNotNamed"]],
    ["DUI clients only", `${ALL} DU DUO`, [], ["dui", "minorsNotNamed"]],
    ["a program for DUI clients beside others", `${ALL} DU`, [], ["minorsNotNamed"]],
    ["alcohol only", `${ALL} AUDO`, [], ["alcohol", "minorsNotNamed"]],
    ["alcohol only and opioids only", `${ALL} AUDO OUDO`, [], ["minorsNotNamed"]],
    ["opioids only", `${ALL} OUDO`, [], ["minorsNotNamed"]],
  ])("%s", (_, codes, populations, notes) => {
    expect(notesOf(codes, ...populations)).toEqual(notes);
  });

  test("says with each sentence whether the state's list is a source of it", () => {
    expect((["women.both", "men.stateNotNamed", "all.state", "children"] as const).every(restsOnState)).toBe(true);
    expect((["women.named", "veterans", "adultsNotNamed", "ageUnknown"] as const).some(restsOnState)).toBe(false);
  });
});

describe("whom a search finds it for", () => {
  test.each<[string, string, (string | null)[], People[]]>([
    ["all adults", `${ALL} CM`, [], ["a-woman", "a-man", "a-young-adult", "a-veteran"]],
    ["all ages", "FEM MALE CHLD YAD ADLT SNR CM", [], PEOPLE.filter((each) => each !== "a-mother-with-children")],
    [
      "women with their beds",
      "FEM YAD ADLT BC",
      [],
      ["a-woman", "a-mother-with-children", "a-young-adult", "a-veteran"],
    ],
    [
      "women with children, as the state says",
      "FEM ADLT CM",
      ["WOMEN/CHILDREN"],
      ["a-woman", "a-mother-with-children", "a-veteran"],
    ],
    ["youth", "FEM MALE CHLD CM", [], ["a-minor"]],
    ["veterans", `${ALL} VAMC CM`, [], ["a-veteran"]],
    ["DUI clients", `${ALL} DUO`, [], []],
    ["the state's list alone", "", ["CO-ED/YOUTH"], ["a-minor"]],
  ])("%s", (_, codes, populations, yes) => {
    const answers = answersOf(codes, ...populations);
    expect(PEOPLE.filter((each) => answers[each] === "yes")).toEqual(yes);
  });

  test("an age that it did not name beside one that it takes is not known; whom it leaves out is a no", () => {
    expect(answersOf("FEM MALE CHLD ADLT")).toMatchObject({ "a-young-adult": "unknown", "an-elder": "unknown" });
    expect(answersOf(ALL)).toMatchObject({ "a-minor": "no", "an-elder": "unknown" });
    expect(answersOf("FEM MALE CHLD")).toMatchObject({ "a-woman": "no", "a-young-adult": "unknown", "an-elder": "no" });
    expect(answersOf("FEM ADLT")).toMatchObject({ "a-woman": "yes", "a-man": "no" });
  });

  test("where place and state disagree it is not known", () => {
    expect(answersOf(ALL, "MEN ONLY")).toMatchObject({ "a-woman": "unknown", "a-man": "yes" });
    expect(answersOf("MALE ADLT", "CO-ED")).toMatchObject({ "a-woman": "unknown", "a-man": "yes" });
    expect(answersOf(ALL, "YOUTH/ADOLESCENT")).toMatchObject({ "a-woman": "unknown", "a-minor": "unknown" });
  });
});

describe("whatever the answers", () => {
  const rows = fc.subarray([...WHO_CODES, "BC", "CM"]).map((codes) => codes.join(" "));
  const populations = fc.array(
    fc.constantFrom("CO-ED", "MEN ONLY", "WOMEN ONLY", "YOUTH/ADOLESCENT", "FAMILIES", null),
    {
      maxLength: 3,
    },
  );

  test("somebody whom it is not found for is told so in a sentence, and nobody is told that it is for all", () => {
    fc.assert(
      fc.property(rows, populations, (codes, texts) => {
        const { notes, answers } = whoCanGo(survey(codes), texts);
        const isForAdults = answers["a-woman"] === "yes" && answers["a-man"] === "yes";
        expect(notes.length > 0 || isForAdults).toBe(true);
        expect(new Set(notes).size).toBe(notes.length);
      }),
      { numRuns: 1000 },
    );
  });

  test("of every place whose ages are known it is said whether minors may go, as the search finds it for them", () => {
    fc.assert(
      fc.property(rows, populations, (codes, texts) => {
        const { notes, answers } = whoCanGo(survey(codes), texts);
        const about = notes.filter((note) => note.startsWith("minors") || note.startsWith("youth"));
        const isAgeUnknown = notes.includes("ageUnknown") || notes.includes("unknown");
        expect(about.length).toBeLessThanOrEqual(1);
        expect(about.length === 1 || isAgeUnknown).toBe(true);
        const isToldYes = about.some((note) => /^(minors|youth)\.(both|named|state)$/.test(note));
        const isForOthers = notes.some((note) => ["veterans", "military", "dui", "alcohol"].includes(note));
        // Where the state's list names youth alone, and the place adults, the sentence says both.
        const isSaidOtherwise = isForOthers || about.includes("youth.stateNotNamed");
        expect(isSaidOtherwise || (answers["a-minor"] === "yes") === isToldYes).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  test("no answer at all is never a yes", () => {
    expect(new Set(Object.values(whoCanGo(new Map(), []).answers))).toEqual(new Set(["unknown"]));
  });
});

test("what all addresses of a program say is said of it, and that they differ", () => {
  expect(commonWho([["women.both"], ["women.both"]])).toEqual(["women.both"]);
  expect(commonWho([["women.both", "children"], ["women.both"]])).toEqual(["women.both", "differs"]);
  expect(commonWho([[], []])).toEqual([]);
});
