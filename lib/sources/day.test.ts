import fc from "fast-check";
import { expect, test } from "vitest";
import { readDay } from "./day";

const LONG = new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" });
const MEDIUM = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" });

/** Every spelling of a day (YYYY-MM-DD) that is read. */
function spellings(iso: string): string[] {
  const [year = "", month = "", day = ""] = iso.split("-");
  const date = new Date(`${iso}T00:00:00Z`);
  const [m, d] = [Number(month), Number(day)];
  const serial = date.valueOf() / 86_400_000 + 25_569;
  const serials = serial >= 20_000 && serial < 80_000 ? [`${serial}`, `${serial}.0`, `${serial}.75`] : [];
  const times = ["T00:00:00Z", "T00:00:00.000Z", " 00:00:00", "T23:59:59-08:00"].map((time) => iso + time);
  const us = [
    `${month}/${day}/${year}`,
    `${m}/${d}/${year}`,
    `${m}/${d}/${year} 0:00`,
    `${m}/${d}/${year} 12:00:00 AM`,
  ];
  const words = [LONG.format(date), MEDIUM.format(date), `${day}-${LONG.format(date).slice(0, 3)}-${year}`];
  return [iso, `${year}/${month}/${day}`, `${year}-${m}-${d}`, ...times, ...us, ...words, ...serials];
}

test("any real day is read as itself in every spelling", () => {
  const days = fc.date({ min: new Date("1900-01-01"), max: new Date("2199-12-31"), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      const iso = date.toISOString().slice(0, 10);
      for (const text of spellings(iso)) expect([text, readDay(text)]).toEqual([text, iso]);
    }),
  );
});

test("a spreadsheet's serial number is the day that spreadsheets show for it", () => {
  expect(["43861", "46752"].map(readDay)).toEqual(["2020-01-31", "2027-12-31"]);
});

test.each(
  (
    "02/30/2027|2027-02-30|31/12/2027|13/01/2027|2027-13-01|00/10/2027|2/29/2027|4/31/2027|1/31/20|01/31/27|" +
    "31-Jan-20|27-12-31|0020-01-31|0001-01-01|9999-12-31|12-31-2027|31.12.2027|20271231|2027|12/2027|Dec 2027|" +
    "January 32, 2027|Jaguar 1, 2027|N/A|n/a|-|none|TBD|0|1|pending|expired|2027-12-31 or later|2027-12-31T25:00|" +
    "123456|90012|19999|-43861|4.3861E+04|#N/A|12/31/2027 99:99|1/2/3|| "
  ).split("|"),
)("%j names no day", (text) => {
  expect(readDay(text)).toBeNull();
});
