import fc from "fast-check";
import { expect, test } from "vitest";
import { AREA_NAMES, areaCalled } from "./gazetteer";
import { areaSlips, readNear } from "./near";
import { zipIn } from "./zip-text";

const nameOf = (text: string) => readNear(text).start?.name ?? null;

test.each([
  ["90033", "90033"],
  ["90033-1234", "90033"],
  ["90033 1234", "90033"],
  ["90033–1234", "90033"],
  ["CA 90033", "90033"],
  ["ZIP code 90033", "90033"],
  ["código postal: 90033", "90033"],
  ["90O33", "90033"],
  ["90050", "90050"],
  ["Boyle Heights", "Boyle Heights"],
  ["near Boyle Heights, CA", "Boyle Heights"],
  ["cerca de Boyle Heights", "Boyle Heights"],
  ["El Este de Los Ángeles", "East Los Angeles"],
  ["in K-Town", "Koreatown"],
  ["Pasadena, California", "Pasadena"],
  ["boyle hieghts", "Boyle Heights"],
  ["long beech", "Long Beach"],
  ["el sereeno", "El Sereno"],
  ["woodland", "Woodland Hills"],
])("%s is %s", (text, name) => {
  expect(nameOf(text)).toBe(name);
});

test("says that it took another word than was typed, and of which place elsewhere a ZIP code is", () => {
  expect(readNear("boyle hieghts")).toMatchObject({ isCorrected: true, isElsewhere: false });
  expect(readNear("Boyle Heights")).toMatchObject({ isCorrected: false });
  expect(readNear("10001")).toMatchObject({ start: { name: "10001" }, isElsewhere: true });
});

test.each(["9003", "900333", "00000", "xyzzy", "banana", "-", "the"])("%s is nothing that we know", (text) => {
  expect(readNear(text)).toEqual({
    typed: text,
    start: null,
    isCorrected: false,
    others: [],
    isWholeCounty: false,
    isElsewhere: false,
  });
});

test("asks where several begin so or where it is the whole county, and says what else a vague name means", () => {
  expect(readNear("santa").start).toBeNull();
  expect(readNear("santa").others).toEqual(expect.arrayContaining(["Santa Monica", "Santa Clarita"]));
  for (const text of ["Los Angeles", "LA", "L.A. County", "condado de Los Ángeles"])
    expect(readNear(text)).toMatchObject({ start: null, isWholeCounty: true });
  expect(readNear("the valley")).toMatchObject({
    start: { name: "San Fernando Valley" },
    others: expect.arrayContaining(["San Gabriel Valley"]),
  });
});

test("every name is read as its place, with capitals and around signs, and any text without an error", () => {
  for (const name of AREA_NAMES)
    expect([name, nameOf(`  ${name.toUpperCase()}! `)]).toEqual([name, areaCalled(name)?.start.name]);
  fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => readNear(text).typed === text.trim()));
  fc.assert(fc.property(fc.stringMatching(/^\d{5}$/), (zip) => zipIn(`${zip}-0000`) === zip));
});

test("a text's mistyped place is told by more words before fewer, and nothing else is one", () => {
  expect(areaSlips("methadone in boyle hieghts", "hieghts")).toEqual([
    { typed: "boyle hieghts", used: "Boyle Heights" },
  ]);
  expect(areaSlips("pasedena detox", "pasedena")).toEqual([{ typed: "pasedena", used: "Pasadena" }]);
  expect(areaSlips("banana detox", "banana")).toEqual([]);
  expect(areaSlips("", "banana")).toEqual([]);
});

/** A letter left out, doubled or swapped with the next one, or gone astray by two or three, anywhere but at the ends. */
function slipsIn(name: string): string[] {
  return Array.from({ length: name.length - 2 }, (_, index) => index + 1).flatMap((at) => {
    const [before, letter, after] = [name.slice(0, at), name[at]!, name.slice(at + 1)];
    const on = [1, 2, 3].filter((far) => far <= after.length);
    return [
      `${before}${after}`,
      `${before}${letter}${letter}${after}`,
      ...on.map((far) => `${before}${after.slice(0, far)}${letter}${after.slice(far)}`),
      ...on.map((far) => `${before}${after[far - 1]!}${letter}${after.slice(0, far - 1)}${after.slice(far)}`),
    ];
  });
}

test("every name of one word is told from one slip of the hand, and never taken for another place", () => {
  const names = AREA_NAMES.filter((name) => /^[a-z]{6,}$/.test(name));
  expect(names.length).toBeGreaterThan(100);
  for (const name of names)
    for (const typed of slipsIn(name).filter((each) => areaCalled(each) === null))
      expect([typed, areaSlips(`detox ${typed}`, typed).map(({ used }) => used)]).toEqual([
        typed,
        [areaCalled(name)!.start.name],
      ]);
  expect(areaSlips("taranza", "taranza")).toEqual([{ typed: "taranza", used: "Tarzana" }]);
});
