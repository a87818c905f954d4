// What messages/notes.json tells translators, held to the messages.
import { describe, expect, test } from "vitest";
import en from "@/messages/en";
import es from "@/messages/es";
import { notes, placeholders } from "@/messages/notes.json";

const textsOf = (value: object, path = ""): [string, string][] =>
  Object.entries(value).flatMap(([key, inner]: [string, object | string]) =>
    typeof inner === "string" ? [[`${path}${key}`, inner]] : textsOf(inner, `${path}${key}.`),
  );
const messages = textsOf(en);
/** The key of a message and of every group it is in: "a.b.c", "a.b", "a". */
const keysAround = (key: string) => key.split(".").map((_, at, parts) => parts.slice(0, at + 1).join("."));
const notesOn = (key: string) =>
  Object.entries(notes).flatMap(([noted, note]) => (keysAround(key).includes(noted) ? note : []));

/** The names of a message's placeholders. What follows "one {" or "other {" is a form, not a name. */
const namesIn = (text: string) =>
  [...text.matchAll(/(?<!\b(?:one|other|yes|none|missing|over) |=\d+ )\{(\w+)(?=[},])/g)].map(([, name]) => name ?? "");
const wordsIn = (text: string) => text.replace(/\{[^{}]*\}/g, " ").match(/\p{L}[^\s]*/gu) ?? [];

const spanish = new Map(textsOf(es));

test("a sentence ends with a period in both languages, or in neither", () => {
  const ends = (text = "") => [text.endsWith("."), /\}\.? \p{Lu}/u.exec(text)?.[0].startsWith("} ") ?? false];
  const unlike = messages.filter(([key, text]) => String(ends(text)) !== String(ends(spanish.get(key))));
  expect(unlike.map(([key]) => key)).toEqual([]);
});

describe("a note for translators", () => {
  test("is on a message or a group of messages", () => {
    const known = new Set(messages.flatMap(([key]) => keysAround(key)));
    expect(Object.keys(notes).filter((key) => !known.has(key))).toEqual([]);
  });

  test("stands on every message of one word, or on its group", () => {
    const bare = messages.filter(([key, text]) => wordsIn(text).length < 2 && notesOn(key).length === 0);
    expect(bare.map(([key]) => key)).toEqual([]);
  });

  test("explains each placeholder, unless the list of placeholders does", () => {
    const unexplained = messages.flatMap(([key, text]) =>
      namesIn(text)
        .filter((name) => !(name in placeholders) && !notesOn(key).some((note) => note.includes(`{${name}}`)))
        .map((name) => `${key} {${name}}`),
    );
    expect(unexplained).toEqual([]);
  });

  test("names placeholders that are there", () => {
    const used = new Set(messages.flatMap(([, text]) => namesIn(text)));
    expect(Object.keys(placeholders).filter((name) => !used.has(name))).toEqual([]);
    const gone = Object.entries(notes).flatMap(([noted, note]) => {
      const near = messages.filter(([key]) => keysAround(key).includes(noted)).flatMap(([, text]) => namesIn(text));
      return namesIn(note).filter((name) => !near.includes(name));
    });
    expect(gone).toEqual([]);
  });
});
