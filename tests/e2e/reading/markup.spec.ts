import { expect, test } from "@playwright/test";
import { HtmlValidate, StaticConfigLoader } from "html-validate";
import { patience } from "../../support/patience.mjs";
import { PUBLIC_PAGES } from "../../support/public-pages";

/** What the standard of HTML asks for, and what helps people who hear a page; style is no matter of a machine's output. */
const validator = new HtmlValidate(
  new StaticConfigLoader({
    extends: ["html-validate:standard", "html-validate:a11y"],
    // ARIA allows a list a name.
    rules: { "aria-label-misuse": ["error", { allowAnyNamable: true }] },
  }),
);

for (const { path, status } of PUBLIC_PAGES)
  test(`${path} is valid HTML`, async ({ request }) => {
    test.setTimeout(patience(120_000));
    const answer = await request.get(path);
    expect(answer.status()).toBe(status);
    // React writes an empty action into each form of an action, which the standard forbids and browsers ignore.
    const html = (await answer.text()).replaceAll(/(<form\b[^>]*) action=""/g, "$1");
    const { results } = await validator.validateString(html);
    const faults = results.flatMap(({ messages }) => messages);
    expect(
      faults.map(({ ruleId, message, offset }) => `${ruleId}: ${message} ${html.slice(offset - 60, offset + 60)}`),
    ).toEqual([]);
  });
