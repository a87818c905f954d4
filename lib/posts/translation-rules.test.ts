import { expect, test } from "vitest";
import { translationFault } from "./translation-rules";

const english = { id: "1", locale: "en", translatesId: null, translations: [] };
const spanish = { id: "2", locale: "es", translatesId: "1", translations: [] };
const another = { id: "3", locale: "es" };

test.each([
  ["an original", english, null, null],
  ["a translation of a post in the other language", spanish, english, null],
  ["the translation that is there already", spanish, { ...english, translations: [spanish] }, null],
  ["one whose original is gone", spanish, null, { translatesId: "originalOther" }],
  ["one in its original's language", { ...spanish, locale: "en" }, english, { translatesId: "originalOther" }],
  ["one of a translation", spanish, { ...english, translatesId: "4" }, { translatesId: "originalOther" }],
  ["a second one", spanish, { ...english, translations: [another] }, { translatesId: "originalTaken" }],
  [
    "an original with a translation",
    { ...spanish, translations: [english] },
    english,
    { translatesId: "originalHasTranslation" },
  ],
  [
    "an original that takes its translation's language",
    { ...english, locale: "es", translations: [another] },
    null,
    { locale: "localeOfTranslation" },
  ],
])("%s", (_, post, original, fault) => {
  expect(translationFault(post, original)).toEqual(fault);
});
