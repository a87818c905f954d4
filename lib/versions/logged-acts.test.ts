import { describe, expect, test } from "vitest";
import { actsOf, type RecordedEvent } from "./logged-acts";

const DAY = "2026-08-01";
const checked = (value: string, before: string | null): RecordedEvent => ({
  action: "listing.fact_checked",
  before: before && { attribute: "BU", value: before, asOf: DAY },
  after: { attribute: "BU", value, asOf: DAY, evidence: "Said so." },
});
const retracted = (value: string, now: string | null): RecordedEvent => ({
  action: "listing.check_retracted",
  before: { attribute: "BU", value, asOf: DAY },
  after: { value: now, reason: "Another place." },
});
const FIELD = `fact.${DAY}.BU`;
const listingActs = (...oldestFirst: RecordedEvent[]) => {
  return actsOf("listing", oldestFirst.toReversed(), () => ({})).toReversed();
};

describe("a check", () => {
  test("is a field of its attribute and day; how we know is a remark", () => {
    expect(listingActs(checked("yes", null), checked("no", "yes"))).toEqual([
      { before: {}, after: { [FIELD]: "yes" }, remarks: { evidence: "Said so." }, makes: false },
      { before: { [FIELD]: "yes" }, after: { [FIELD]: "no" }, remarks: { evidence: "Said so." }, makes: false },
    ]);
  });

  test("that is retracted leaves the answer that counts again, or none", () => {
    const [, , third, fourth] = listingActs(
      checked("yes", null),
      checked("no", "yes"),
      retracted("no", "yes"),
      retracted("yes", null),
    );
    expect(third).toMatchObject({ before: { [FIELD]: "no" }, after: { [FIELD]: "yes" } });
    expect(fourth).toMatchObject({ before: { [FIELD]: "yes" }, after: {} });
  });

  test("that another had replaced changes nothing when it is retracted", () => {
    const [, , third] = listingActs(checked("yes", null), checked("no", "yes"), retracted("yes", "no"));
    expect(third).toEqual({ before: {}, after: {}, remarks: { reason: "Another place." }, makes: false });
  });
});

test("a setting is recorded in whole, and has the fields that differ", () => {
  const textsOf = ({ value }: Record<string, unknown>) => value as Record<string, string>;
  const event = {
    action: "setting.changed",
    before: { value: { a: "1", b: "2" }, checkedOn: "2026-08-01T00:00:00.000Z" },
    after: { value: { a: "1", b: "3" }, checkedOn: "2026-09-01" },
  };
  expect(actsOf("setting", [event, { ...event, before: null }], textsOf)).toEqual([
    { before: { b: "2" }, after: { b: "3" }, remarks: { checkedOn: "2026-09-01" }, makes: false },
    { before: {}, after: { a: "1", b: "3" }, remarks: { checkedOn: "2026-09-01" }, makes: true },
  ]);
});

test("what an act says of itself is no field of the record, nor shown when it is only an id", () => {
  const accepted = { action: "listing.call_refused", before: null, after: { call: "1", caller: "2", reason: "Old." } };
  expect(listingActs(accepted)).toEqual([{ before: {}, after: {}, remarks: { reason: "Old." }, makes: false }]);
  const drafted = { action: "ranking_method.drafted", before: null, after: { version: 2, copyOf: 1 } };
  expect(actsOf("method", [drafted], () => ({}))).toEqual([{ before: {}, after: {}, remarks: {}, makes: true }]);
});
