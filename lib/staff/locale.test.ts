import { expect, test } from "vitest";
import { preferredLocale } from "./locale";

test.each([
  ["es-MX,es;q=0.9,en;q=0.8", "es"],
  ["en-US,en;q=0.9,es;q=0.8", "en"],
  ["fr-FR,fr;q=0.9,es;q=0.5", "es"],
  ["*", "en"],
  [null, "en"],
] as const)("a browser that asks for %s is answered in %s", (header, locale) => {
  expect(preferredLocale(header)).toBe(locale);
});
