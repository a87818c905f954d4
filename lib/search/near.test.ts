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
