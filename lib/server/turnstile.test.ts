import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Turnstile } from "./turnstile";

const BOUNDS = { inside: 3, insideOfGroup: 2, waitingOfGroup: 4, waiting: 10, waitMs: 60_000, yieldMs: 60_000 };

test("whoever comes in whatever order and number, never too many are inside, and everybody is answered", async () => {
  const arrivals = fc.array(
    fc.record({ group: fc.constantFrom("a", "b", "c", "d"), stays: fc.integer({ max: 3, min: 0 }) }),
    {
      maxLength: 60,
    },
  );
  await fc.assert(
    fc.asyncProperty(arrivals, async (list) => {
      const turnstile = new Turnstile(BOUNDS);
      const inside: string[] = [];
      const visit = async ({ group, stays }: { group: string; stays: number }) => {
        const leave = await turnstile.enter(group);
        if (!leave) return "refused";
        inside.push(group);
        expect(inside.length).toBeLessThanOrEqual(BOUNDS.inside);
        expect(inside.filter((each) => each === group).length).toBeLessThanOrEqual(BOUNDS.insideOfGroup);
        for (let tick = 0; tick < stays; tick += 1) await Promise.resolve();
        inside.splice(inside.indexOf(group), 1);
        leave();
        leave();
        return "served";
      };
      const outcomes = await Promise.all(list.map(visit));
      const few =
        list.every(({ group }) => list.filter((each) => each.group === group).length <= 4) && list.length <= 10;
      expect(outcomes.filter((each) => each === "refused").length).toBeLessThanOrEqual(few ? 0 : list.length);
      expect(inside).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test("one group in great numbers waits behind itself, and others pass", async () => {
  const turnstile = new Turnstile(BOUNDS);
  const order: string[] = [];
  const leaves: (() => void)[] = [];
  const come = (group: string) =>
    turnstile.enter(group).then((leave) => {
      order.push(leave ? group : `${group} refused`);
      if (leave) leaves.push(leave);
    });
  for (let count = 0; count < 8; count += 1) void come("flood");
  void come("one");
  void come("two");
  await pause(0);
  // Two of the flood are inside, four wait, two are refused; of the others one is inside and one waits.
  expect(order.toSorted()).toEqual(["flood", "flood", "flood refused", "flood refused", "one"]);
  while (leaves.length > 0) {
    leaves.shift()?.();
    await pause(0);
  }
  expect(order.slice(5).indexOf("two")).toBeLessThan(2);
  expect(order.filter((each) => each === "flood")).toHaveLength(6);
});

test("nobody waits longer than the bound, and who goes away leaves the line", async () => {
  const turnstile = new Turnstile({ ...BOUNDS, inside: 1, waitMs: 20 });
  const leave = await turnstile.enter("a");
  expect(await turnstile.enter("b")).toBeNull();
  const gone = new AbortController();
  const waiting = turnstile.enter("b", gone.signal);
  gone.abort();
  expect(await waiting).toBeNull();
  leave?.();
  expect(await turnstile.enter("b")).toBeTypeOf("function");
});

test("while the door is held nobody is let in, and then everybody there is room for", async () => {
  const turnstile = new Turnstile(BOUNDS);
  const [one, two] = [turnstile.hold(), turnstile.hold()];
  const inside: string[] = [];
  const come = (group: string) => turnstile.enter(group).then((leave) => leave && inside.push(group));
  for (const group of ["a", "a", "b", "c"]) void come(group);
  one();
  one();
  await pause(5);
  expect(inside).toEqual([]);
  two();
  await pause(5);
  expect(inside.toSorted()).toEqual(["a", "b", "c"]);
});

test("who has given way long enough is let in although the door is held", async () => {
  const turnstile = new Turnstile({ ...BOUNDS, yieldMs: 20 });
  turnstile.hold();
  expect(await turnstile.enter("a")).toBeTypeOf("function");
});
