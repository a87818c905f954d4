import { expect, test } from "vitest";
import { dayOf, today } from "@/lib/shared/dates";
import { comingDay, optionalField, pastDay, publicationYear, usState, webUrl } from "./field-rules";

const DAY_MS = 24 * 60 * 60 * 1000;
const dayIn = (days: number) => dayOf(new Date(Date.now() + days * DAY_MS));
/** The first thing that is wrong, or null. */
const wrong = (
  schema: { safeParse: (text: string) => { error?: { issues: { message: string }[] } | undefined } },
  text: string,
) => schema.safeParse(text).error?.issues[0]?.message ?? null;

test.each([
  [today(), null],
  ["1900-01-01", null],
  [dayIn(1), "dateFuture"],
  ["2199-01-01", "dateFuture"],
  ["1899-12-31", "dateOld"],
  ["0206-08-21", "dateOld"],
  ["2026-02-30", "dateFormat"],
  ["8/21/2026", null],
  ["yesterday", null],
  ["8/11/2026", "dateAmbiguous"],
  ["", "dateFormat"],
])("a day that has come: %s → %s", (text, error) => {
  expect(wrong(pastDay, text)).toBe(error);
});

test.each([
  [today(), null],
  [dayIn(1), null],
  [dayIn(-1), "dateOver"],
  [dayIn(800), "dateFar"],
  ["tomorrow", null],
  ["soon", "dateFormat"],
])("a day that is not over: %s → %s", (text, error) => {
  expect(wrong(comingDay, text)).toBe(error);
});

test("a day is kept as year, month and day, however it was written", () => {
  expect(["21 de agosto de 2026", "8/21/26", "2026-08-21"].map((text) => pastDay.parse(text))).toEqual(
    Array.from({ length: 3 }, () => "2026-08-21"),
  );
});

test("an empty field is null, and judged no further", () => {
  expect(optionalField(pastDay).parse("  ")).toBeNull();
  expect(wrong(optionalField(pastDay), "x")).toBe("dateFormat");
});

test.each([
  ["https://example.org/page?a=1#b", null],
  ["http://www.la.gov", null],
  ["https://xn--bcher-kva.example/", null],
  ["example.org", "urlFormat"],
  ["https://", "urlFormat"],
  ["https://localhost/page", "urlFormat"],
  ["https://intranet", "urlFormat"],
  ["https://127.0.0.1/", "urlFormat"],
  ["https://[::1]/", "urlFormat"],
  ["https://name:secret@example.org/", "urlFormat"],
  ["https://example..org", "urlFormat"],
  ["https://exa mple.org", "urlFormat"],
  ["javascript:alert(1)", "urlFormat"],
  ["ftp://example.org/x", "urlFormat"],
  ["mailto:a@example.org", "urlFormat"],
])("a URL on the web: %s → %s", (text, error) => {
  expect(wrong(webUrl, text)).toBe(error);
});

test.each([
  ["", null],
  ["1998", null],
  [today().slice(0, 4), null],
  [String(Number(today().slice(0, 4)) + 1), "yearFuture"],
  ["98", "yearFormat"],
  ["0206", "yearFormat"],
  ["20 26", "yearFormat"],
])("a year of publication: %s → %s", (text, error) => {
  expect(wrong(publicationYear, text)).toBe(error);
});

test.each([
  ["CA", null],
  [" ca ", null],
  ["DC", null],
  ["PR", null],
  ["XX", "stateUnknown"],
  ["ZZ", "stateUnknown"],
  ["C", "stateFormat"],
  ["California", "stateFormat"],
])("a state: %s → %s", (text, error) => {
  expect(wrong(usState, text)).toBe(error);
});
