import { expect, test } from "vitest";
import type { Wanted } from "@/lib/choices/types";
import { wantedText } from "./wanted-text";

const wanted = (group: Wanted["group"], options: Wanted["options"]): Wanted => ({
  group,
  options,
  isAsked: true,
  isWish: false,
});

test.each([
  ["en", "gives at least one of methadone and buprenorphine", "keeps you on at least one: methadone or buprenorphine"],
  [
    "es",
    "da al menos uno de estos: metadona y buprenorfina",
    "permite seguir con al menos uno: metadona o buprenorfina",
  ],
] as const)(
  "who asks for two medications is told in %s that a place has at least one of them",
  (locale, gives, keeps) => {
    const both = [
      wanted("medication", ["methadone", "buprenorphine"]),
      wanted("keeping", ["on-methadone", "on-buprenorphine"]),
    ];
    expect(wantedText(locale, both, "asked")).toBe(`${gives} · ${keeps}`);
    expect(wantedText(locale, both, "inherited")).toBe("");
  },
);

test("one medication, and the options of other groups, are named as the form names them", () => {
  expect(wantedText("en", [wanted("medication", ["methadone"]), wanted("payment", ["medi-cal"])], "asked")).toBe(
    "Methadone · Medi-Cal (Medicaid)",
  );
});
