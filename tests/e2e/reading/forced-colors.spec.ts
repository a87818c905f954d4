// The colors that a person chose for everything: no letter has the color of its ground, nor of the ground that the
// browser lays behind letters.
import { expect, test } from "@playwright/test";
import { AURORA } from "../../support/public-pages";

for (const path of [
  "/",
  "/help-now",
  "/listings?payment=medi-cal",
  "/map",
  "/map/westside",
  `/compare?place=${AURORA}`,
])
  for (const colorScheme of ["light", "dark"] as const)
    test.describe(`${path} in a person's own ${colorScheme} colors`, () => {
      test.use({ colorScheme, contextOptions: { forcedColors: "active" } });

      test("can be read", async ({ page }) => {
        await page.goto(path);
        const unread = await page.evaluate(() => {
          const isClear = (color: string) => color === "rgba(0, 0, 0, 0)";
          const groundOf = (element: Element | null): string => {
            if (!element) return "";
            const { backgroundColor } = getComputedStyle(element);
            return isClear(backgroundColor) ? groundOf(element.parentElement) : backgroundColor;
          };
          const canvas = groundOf(document.body);
          const hasText = ({ childNodes }: Element) =>
            [...childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
          return [...document.querySelectorAll("body :not(svg *)")]
            .filter(hasText)
            .filter((element) => {
              const { color, forcedColorAdjust } = getComputedStyle(element);
              return color === groundOf(element) || (forcedColorAdjust !== "none" && color === canvas);
            })
            .map((element) => element.outerHTML.slice(0, 120));
        });
        expect(unread).toEqual([]);
      });
    });
