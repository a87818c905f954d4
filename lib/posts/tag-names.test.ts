import { expect, test } from "vitest";
import { slugify } from "@/lib/shared/slug";
import { meantTags, tagIn } from "./tag-names";

const HEROIN = { slug: "heroin", name: "Heroin", nameEs: "Heroína" };
const LOS_ANGELES = { slug: "los-angeles", name: "Los Angeles", nameEs: "Los Ángeles" };
const GRIEF = { slug: "grief", name: "Grief", nameEs: null };
const KNOWN = [HEROIN, LOS_ANGELES, GRIEF];

test.each([
  ["es", HEROIN, "Heroína", "es"],
  ["en", HEROIN, "Heroin", "en"],
  ["es", GRIEF, "Grief", "en"],
] as const)("a reader of %s", (reader, tag, name, locale) => {
  expect(tagIn(reader, tag)).toEqual({ slug: tag.slug, name, locale });
});

const meant = (names: string, locale: string, known = KNOWN) =>
  meantTags(
    names.split(", ").map((name) => ({ slug: slugify(name), name })),
    locale,
    known,
  );

test.each([
  ["es", "Los Ángeles, heroina", [LOS_ANGELES, HEROIN]],
  ["es", "Heroin, Heroína", [HEROIN]],
  ["en", "Los Ángeles, Heroína", [LOS_ANGELES, HEROIN]],
  ["es", "Duelo, Grief", [{ slug: "duelo", name: "Duelo", nameEs: "Duelo" }, GRIEF]],
  ["en", "Loss", [{ slug: "loss", name: "Loss", nameEs: null }]],
])("in a post in %s, %s are the tags that have these names", (locale, names, expected) => {
  expect(meant(names, locale)).toEqual(expected);
});

test("where two tags have the name, each in one language, the post's language decides", () => {
  const pan = { slug: "pan", name: "Pan", nameEs: "Cazuela" };
  const bread = { slug: "bread", name: "Bread", nameEs: "Pan" };
  expect(meant("Pan", "en", [pan, bread])).toEqual([pan]);
  expect(meant("Pan", "es", [pan, bread])).toEqual([bread]);
});
