import { expect, test, type Locator } from "@playwright/test";
import { overflowOf } from "../../support/accessibility";
import { firstRanked, pathOf } from "../../support/chosen-places";

/** What has more in it than it shows, and scrolls. */
const boxesThatScroll = (main: Element) =>
  [...main.querySelectorAll("*")]
    .filter((element) => /auto|scroll/.test(getComputedStyle(element).overflow))
    .filter(
      ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
        scrollWidth > clientWidth || scrollHeight > clientHeight,
    )
    .map(({ className }) => className);

const boxesOf = (cells: Locator) =>
  cells.evaluateAll((all) => all.map((cell) => cell.getBoundingClientRect().toJSON() as DOMRect));

test.describe("a comparison on a phone, without scripts", () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });

  for (const [count, across, narrowest] of [
    [2, 2, 140],
    // A telephone number fits.
    [3, 3, 96],
    [4, 2, 140],
  ] as const)
    test(`of ${count} places is a table, ${across} side by side, and nothing scrolls sideways`, async ({ page }) => {
      await page.goto(pathOf("/compare", await firstRanked(page, count)));
      const row = page.getByRole("row", { name: /^Gives buprenorphine/ });
      const names = page.getByRole("table", { name: "Places compared" }).getByRole("columnheader");
      await expect(names).toHaveCount(count);
      const [question] = await boxesOf(row.getByRole("rowheader"));
      const answers = await boxesOf(row.getByRole("cell"));
      expect([answers.length, new Set(answers.map(({ top }) => top)).size]).toEqual([count, count / across]);
      expect(answers[0]?.top).toBeGreaterThanOrEqual(question?.bottom ?? Infinity);
      expect(Math.min(...answers.map(({ width }) => width))).toBeGreaterThanOrEqual(narrowest);
      expect(Math.max(...answers.map(({ right }) => right))).toBeLessThanOrEqual(360);
      // Each answer stands where its place's name does.
      expect(answers.map(({ left }) => left)).toEqual((await boxesOf(names)).map(({ left }) => left));
      expect(await overflowOf(page)).toBe(0);
      expect(await page.getByRole("main").evaluate(boxesThatScroll)).toEqual([]);
    });

  for (const count of [2, 3, 4])
    test(`keeps the names of ${count} places in sight as it is read`, async ({ page }) => {
      await page.goto(pathOf("/compare", await firstRanked(page, count)));
      await page.locator("tbody").last().getByRole("rowheader").last().scrollIntoViewIfNeeded();
      for (const name of await page.getByRole("columnheader").all()) await expect(name).toBeInViewport({ ratio: 0.9 });
      const [names] = await boxesOf(page.locator("thead"));
      expect(names?.height).toBeLessThanOrEqual(740 / 4);
    });
});
