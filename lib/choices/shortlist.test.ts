import { readFileSync } from "node:fs";
import vm from "node:vm";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MAX_SHORTLISTED } from "./paths";
import { drop, keep, move, readShortlist, SHORTLIST_EVENT, SHORTLIST_KEY, writeShortlist } from "./shortlist";

const place = (slug: string) => ({ slug, name: `Place ${slug}`, dial: "+12135550100;ext=7" });
const three = [place("a"), place("b"), place("c")];
const slugs = (places: readonly { slug: string }[]) => places.map(({ slug }) => slug).join("");

/** Whatever may stand in a device's storage: our lists, lists gone wrong, other people's JSON, no JSON. */
const stored = fc.oneof(
  fc.string(),
  fc.json(),
  fc
    .array(
      fc.oneof(
        fc.record(
          {
            slug: fc.stringMatching(/^[a-z]{1,2}$/),
            name: fc.string(),
            dial: fc.oneof(fc.constant("+12135550100"), fc.anything()),
          },
          { requiredKeys: ["slug", "name"] },
        ),
        fc.record({ slug: fc.constantFrom("constructor", "A", "a--b", 7, ["a"], null), name: fc.constant("x") }),
        fc.anything(),
      ),
      { maxLength: 20 },
    )
    .map((list) => JSON.stringify(list) ?? ""),
);

describe("the list of a device", () => {
  test("reads back as it was written, in its order", () => {
    expect(readShortlist(writeShortlist(three))).toEqual({ places: three, damaged: false });
    expect(readShortlist(null)).toEqual({ places: [], damaged: false });
  });

  test("of which a part is damaged keeps the rest, and says so", () => {
    expect(readShortlist(`[{"slug":"a","name":"A"},{"slug":"../x","name":"B"},7]`)).toEqual({
      places: [{ slug: "a", name: "A" }],
      damaged: true,
    });
    expect(readShortlist("{half")).toEqual({ places: [], damaged: true });
  });

  test("never holds more than the limit, a place twice, or what is no place, whatever was stored", () => {
    fc.assert(
      fc.property(stored, (text) => {
        const { places } = readShortlist(text);
        expect(places.length).toBeLessThanOrEqual(MAX_SHORTLISTED);
        expect(new Set(places.map(({ slug }) => slug)).size).toBe(places.length);
        for (const { slug, dial = "+12135550100" } of places) {
          expect(slug).toMatch(/^[a-z0-9-]+$/);
          expect(dial).toMatch(/^\+[\d;ext=]+$/);
        }
      }),
    );
  });

  test("takes a place once, and none when it is full", () => {
    expect(slugs(keep(three, place("b")))).toBe("abc");
    expect(slugs(keep(three, place("d")))).toBe("abcd");
    const full = Array.from({ length: MAX_SHORTLISTED }, (_, at) => place(`p${at}`));
    expect(keep(full, place("z"))).toEqual(full);
  });

  test("moves one place a step and loses none", () => {
    expect(slugs(move(three, "b", -1))).toBe("bac");
    expect(slugs(move(three, "b", 1))).toBe("acb");
    expect(slugs(move(three, "a", -1))).toBe("abc");
    expect(slugs(move(three, "c", 1))).toBe("abc");
    expect(slugs(move(three, "x", 1))).toBe("abc");
    expect(slugs(drop(three, "b"))).toBe("ac");
  });
});

describe("the script of pages without the framework", () => {
  const source = readFileSync("public/shortlist.js", "utf8");

  /** The script in a window with one button, one counter and this storage. */
  function run(text: string | null) {
    const store = new Map(text === null ? [] : [[SHORTLIST_KEY, text]]);
    const listeners = new Map<string, (event: unknown) => void>();
    const button = {
      hidden: true,
      on: false,
      dataset: { shortlist: "a", dial: "+12135550100;ext=7" },
      lastChild: { textContent: ": Place a" },
    };
    const heard: string[] = [];
    const note = { hidden: true, dataset: new Proxy({}, { get: (_, word) => word }), output: { textContent: "" } };
    const element = {
      ...button,
      toggleAttribute: (_: string, on: boolean) => void (button.on = on),
      closest: (selector: string) => (selector === "[data-shortlist]" ? element : null),
    };
    const counter = { textContent: "" as string | number };
    vm.runInNewContext(source, {
      document: {
        querySelector: (selector: string) =>
          selector.includes("count") ? counter : { ...note, querySelector: () => note.output },
        querySelectorAll: () => [element],
        addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
      },
      window: {
        addEventListener: (name: string, listener: (event: unknown) => void) => listeners.set(name, listener),
        dispatchEvent: ({ type }: Event) => {
          heard.push(type);
          listeners.get(type)?.({});
        },
      },
      localStorage: {
        getItem: (key: string) => store.get(key) ?? null,
        setItem: (key: string, value: string) => void store.set(key, value),
      },
      Event,
    });
    const click = () => {
      listeners.get("click")?.({ target: element });
      return { said: note.output.textContent, kept: store.get(SHORTLIST_KEY) ?? null, heard, isOn: button.on };
    };
    return { count: () => Number(counter.textContent), click };
  }

  test("reads the same list as the page does, whatever was stored", () => {
    fc.assert(
      fc.property(stored, (text) => {
        expect(run(text).count()).toBe(readShortlist(text).places.length);
      }),
    );
  });

  test("writes what the page reads, and tells the page", () => {
    fc.assert(
      fc.property(stored, (text) => {
        const before = readShortlist(text).places;
        const { said, kept, heard, isOn } = run(text).click();
        const isThere = before.some(({ slug }) => slug === "a");
        const after = isThere ? drop(before, "a") : keep(before, place("a"));
        expect(said).toBe(isThere ? "removed" : after.length > before.length ? "added" : "full");
        const written = said === "full" ? before : readShortlist(kept).places;
        expect(written).toEqual(after);
        expect(heard).toEqual(said === "full" ? [] : [SHORTLIST_EVENT]);
        expect(isOn).toBe(said === "added");
      }),
    );
  });
});
