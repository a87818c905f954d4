import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { LOCALES } from "./i18n";
import { SOCIAL_IMAGE_SIZE, SOCIAL_IMAGES, socialImageOf, socialImagePath } from "./social-image";

const MAX_FILE_BYTES = 120_000;

describe.each(LOCALES)("the pictures in %s", (locale) => {
  test.each(SOCIAL_IMAGES)("have one of %s, as large as the page says, and light", (image) => {
    const png = readFileSync(`public${socialImagePath(locale, image)}`);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual(SOCIAL_IMAGE_SIZE);
    expect(png.length).toBeLessThan(MAX_FILE_BYTES);
  });
});

test("a page has the picture of its kind", () => {
  expect(socialImageOf("es", "/rankings/method/2")).toBe("/drawn/method.es.png");
  expect(socialImageOf("en", "/rankings/kinds/hospital")).toBe("/drawn/rankings.en.png");
  expect(socialImageOf("en", "/rankings-of-something")).toBe("/drawn/site.en.png");
  expect(socialImageOf("en", "/")).toBe("/drawn/site.en.png");
});
