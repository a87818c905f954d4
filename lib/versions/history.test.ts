import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { differingFields, statesOf, unloggedOf, type LoggedChange, type Values } from "./history";

const FIELDS = ["title", "body", "rows.0.name", "rows.1.name"] as const;
type Edit = { isLogged: boolean; values: (string | undefined)[] };

/** Each edit says all values anew, of which few differ; a field may go and come. */
const edit = (texts: fc.Arbitrary<string>, isLogged: fc.Arbitrary<boolean>) => {
  return fc.record({
    isLogged,
    values: fc.array(fc.option(texts, { nil: undefined }), { minLength: 4, maxLength: 4 }),
  });
};
const valuesOf = ({ values }: Edit): Values => {
  return Object.fromEntries(FIELDS.flatMap((field, at) => (values[at] === undefined ? [] : [[field, values[at]]])));
};
const sideOf = (values: Values, fields: string[]): Values => {
  return Object.fromEntries(fields.flatMap((field) => (values[field] === undefined ? [] : [[field, values[field]]])));
};

/** What the log has of a record's life, newest first, with the record as it really was right after each. */
function lifeOf(edits: Edit[]) {
  let now: Values = { title: "First", body: "" };
  const logged: { change: LoggedChange; really: Values }[] = [];
  for (const each of edits) {
    const next = valuesOf(each);
    const fields = differingFields(now, next);
    if (each.isLogged)
      logged.unshift({ change: { before: sideOf(now, fields), after: sideOf(next, fields) }, really: next });
    now = next;
  }
  return { today: now, changes: logged.map(({ change }) => change), really: logged.map((each) => each.really) };
}

const apply = (values: Values, { before, after }: LoggedChange): Values => {
  const kept = Object.entries(values).filter(([field]) => !(field in before));
  return { ...Object.fromEntries(kept), ...after };
};

describe("a record whose every change is logged", () => {
  const lives = fc.array(edit(fc.constantFrom("a", "b", "c"), fc.constant(true)), { maxLength: 8 }).map(lifeOf);

  test("has each version as it was, and the changes lead from the oldest to today", () => {
    fc.assert(
      fc.property(lives, ({ today, changes, really }) => {
        const states = statesOf(today, changes);
        expect(states.map(({ values }) => values)).toEqual(
          [...really, { title: "First", body: "" }].slice(0, states.length),
        );
        expect(states.flatMap(({ untold }) => untold)).toEqual([]);
        expect(unloggedOf(today, changes).flat()).toEqual([]);
        expect(changes.toReversed().reduce(apply, states.at(-1)!.values)).toEqual(today);
      }),
    );
  });
});

describe("a record that also changes outside of the log", () => {
  /** No value comes twice, so that no such change undoes another. */
  const lives = fc.array(edit(fc.uuid(), fc.boolean()), { maxLength: 8 }).map(lifeOf);

  test("tells nothing wrong of a field that the log had by then", () => {
    fc.assert(
      fc.property(lives, ({ today, changes, really }) => {
        const states = statesOf(today, changes);
        really.forEach((truth, at) => {
          const known = new Set(changes.slice(at).flatMap(({ before, after }) => Object.keys({ ...before, ...after })));
          const { values, untold } = states[at]!;
          const told = [...known].filter((field) => !untold.includes(field));
          for (const field of told) expect(values[field]).toBe(truth[field]);
          for (const field of untold) expect(values).not.toHaveProperty([field]);
        });
      }),
    );
  });

  test("says what changed since the newest change, and before which change", () => {
    const changes: LoggedChange[] = [
      { before: { phone: "4" }, after: { phone: "5" } },
      { before: { phone: "1", name: "A" }, after: { phone: "2", name: "B" } },
    ];
    const today = { phone: "6", name: "B" };
    expect(unloggedOf(today, changes)).toEqual([["phone"], ["phone"], []]);
    expect(statesOf(today, changes)).toEqual([
      { values: { phone: "5", name: "B" }, untold: [] },
      { values: { phone: "2", name: "B" }, untold: [] },
      { values: { phone: "1", name: "A" }, untold: [] },
    ]);
  });

  test("cannot tell what stood between two changes that disagree", () => {
    const changes: LoggedChange[] = [
      { before: { phone: "3" }, after: { phone: "4" } },
      { before: { name: "A" }, after: { name: "B" } },
      { before: { phone: "1" }, after: { phone: "2" } },
    ];
    expect(statesOf({ phone: "4", name: "B" }, changes)[1]).toEqual({ values: { name: "B" }, untold: ["phone"] });
  });
});
