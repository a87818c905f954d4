import fc from "fast-check";
import { expect, test } from "vitest";
import { parsePhone, readPhones } from "./phone";

test.each([
  ["407-613-5555 x1449", "+14076135555", "1449"],
  ["(310) 314-6200 X3426", "+13103146200", "3426"],
  ["(562) 346-4835", "+15623464835", null],
  ["1-800-662-4357", "+18006624357", null],
  ["213-555-2368x9", "+12135552368", "9"],
  ["(213) 555-2368 X", "+12135552368", null],
  ["800-555HOPE", "+18005554673", null],
  ["855-YESYWCA", "+18559379922", null],
  ["1-800-662-HELP (4357)", "+18006624357", null],
  ["Tel.: 213-555-2368", "+12135552368", null],
  ["213-555-2368 (main)", "+12135552368", null],
])("%s is read as %s with extension %s", (text, number, extension) => {
  expect(parsePhone(text)).toEqual({ number, extension });
});

test.each(["", " ", "- - -", "555-1234", "123-456-7890", "RES", "213-555-23680", "TTY 555-0100", "213-555-O100"])(
  "%j cannot be dialed and is no number",
  (text) => {
    expect(parsePhone(text)).toBeNull();
  },
);

test("any number is read as itself in every spelling, with and without an extension", () => {
  const digits = fc.stringMatching(/^[2-9]\d{2}[2-9]\d{6}$/).filter((number) => !/^.11/.test(number));
  const extensions = fc.option(fc.stringMatching(/^[1-9]\d{0,5}$/));
  fc.assert(
    fc.property(digits, extensions, (number, extension) => {
      const [area, office, line] = [number.slice(0, 3), number.slice(3, 6), number.slice(6)];
      const plain = [`${area}-${office}-${line}`, `${area}.${office}.${line}`, `(${area}) ${office}-${line}`, number];
      const more = [`${area}/${office}-${line}`, `${area} ${office} ${line}`, `(${area})${office}-${line}`];
      const endings = extension ? ["x", " x", " X", " ext. ", ", ext ", " extension ", " #", " Ext: "] : [""];
      for (const text of [...plain, ...more].flatMap((each) => [each, `1-${each}`, `+1 ${each}`]))
        for (const ending of endings)
          expect(readPhones(`${text}${ending}${extension ?? ""}`)).toEqual({
            numbers: [{ number: `+1${number}`, extension }],
            unread: [],
          });
    }),
  );
});

test.each(["/", " / ", ", ", "; ", " or ", " and ", " & ", "\n", " "])(
  "two numbers with %j between are two",
  (between) => {
    expect(readPhones(`213-555-2368${between}(310) 555-2368 x4`)).toEqual({
      numbers: [
        { number: "+12135552368", extension: null },
        { number: "+13105552368", extension: "4" },
      ],
      unread: [],
    });
  },
);

test.each([
  ["", [], []],
  ["see website", [], ["see website"]],
  ["N/A", [], ["N/A"]],
  ["Fax 213-555-2368", [], ["Fax 213-555-2368"]],
  ["213-555-2368, fax 213-555-2369", ["+12135552368"], ["fax 213-555-2369"]],
  ["213-555-2368 x1449/1450", ["+12135552368"], ["1450"]],
])("%j gives %j, and names what it does not read", (text, numbers, unread) => {
  const cell = readPhones(text);
  expect(cell.numbers.map(({ number }) => number)).toEqual(numbers);
  expect(cell.unread).toEqual(unread);
});
