import { expect, test } from "vitest";
import { readFederalRow } from "./federal";

const ROW = {
  directory_type: "substance",
  name1: "Safe Refuge",
  name2: "",
  street1: "728 1/2 Freeman Avenue",
  street2: "",
  city: "Long Beach",
  state: "CA",
  zip: "90804",
  phone: "562-987-5722 x103",
  intake1: "562-987-5722 x106",
  intake2: "",
  intake1a: "800-555HOPE",
  intake2a: "",
  service_code_info: "SA DT * RES RD * BU",
};

test("a row becomes a site with its county, phones and answers", () => {
  const verdict = readFederalRow(ROW, null);
  expect(verdict).toMatchObject({
    kind: "row",
    row: {
      key: "safe-refuge||728 1/2 freeman ave||90804|#+15629875722x103",
      columns: {
        name: "Safe Refuge",
        unit: null,
        street: "728 1/2 Freeman Avenue",
        county: "Los Angeles",
        phone: "+15629875722",
        phoneExtension: "103",
        intakePhones: ["+15629875722", "+18005554673"],
      },
      answers: { yes: ["BU", "DT", "RD", "RES", "SA"] },
    },
  });
});

test("a confidential site has no street, and its phone tells it from others of its operator", () => {
  const verdict = readFederalRow({ ...ROW, street1: "- - -" }, null);
  expect(verdict).toMatchObject({
    row: { key: "safe-refuge||||90804|+15629875722#+15629875722x103", columns: { street: "" } },
  });
});

test("a place of another state has no county of California, though its ZIP might look like one", () => {
  expect(readFederalRow({ ...ROW, state: "NV" }, null)).toMatchObject({ row: { columns: { county: null } } });
});

test("mental health and other counties are skipped", () => {
  expect(readFederalRow({ ...ROW, directory_type: "mental" }, null)).toEqual({
    kind: "skipped",
    because: "mental_health",
  });
  expect(readFederalRow(ROW, "Orange")).toEqual({ kind: "skipped", because: "other_county" });
});

test("a row that cannot be a place is refused with the reason", () => {
  const refused = (change: Partial<typeof ROW>) => readFederalRow({ ...ROW, ...change }, null);
  expect(refused({ name1: "" })).toEqual({ kind: "refused", reason: "there is no name (name1, name2)" });
  expect(refused({ zip: "RES" })).toEqual({ kind: "refused", reason: '"RES" is no ZIP code' });
  expect(refused({ city: "" })).toEqual({ kind: "refused", reason: "there is no city" });
});

test.each(["SA, DT, OP, BU", "sa dt * op", "SA|DT|OP", "SA;DT"])("codes written as %j are refused", (codes) => {
  expect(readFederalRow({ ...ROW, service_code_info: codes }, null)).toMatchObject({
    kind: "refused",
    reason: expect.stringContaining("service_code_info") as string,
  });
});

test("categories need no blanks around their star", () => {
  const verdict = readFederalRow({ ...ROW, service_code_info: "SA DT*OP*BU NU" }, null);
  expect(verdict).toMatchObject({ row: { answers: { yes: ["BU", "DT", "NU", "OP", "SA"], unrecognised: [] } } });
});

test("blanks, line breaks and a state's name around the same place make it no other", () => {
  const spaced = { ...ROW, name1: "Safe \u00a0 Refuge ", street1: " 728 1/2\r\nFreeman  Avenue", state: "california" };
  expect(readFederalRow(spaced, null)).toEqual(readFederalRow(ROW, null));
});

test("a second number is kept, and what is lost is named", () => {
  const lost: unknown[] = [];
  const row = { ...ROW, phone: "562-987-5722 / 562-987-5733", intake2: "ask", intake1a: "", zip: "90804-1111" };
  const verdict = readFederalRow(row, null, (...each) => lost.push(each));
  expect(verdict).toMatchObject({
    row: { columns: { phone: "+15629875722", intakePhones: ["+15629875733", "+15629875722"], zip: "90804" } },
  });
  expect(lost).toEqual([
    ["zip", "the last four digits", "1111"],
    ["intake2", "is no number that can be dialed", "ask"],
    ["intake1", "the extension", "106"],
  ]);
});

test("a row without an operator is named by its program", () => {
  expect(readFederalRow({ ...ROW, name1: "", name2: "Open House" }, null)).toMatchObject({
    row: { columns: { name: "Open House", unit: null } },
  });
});
