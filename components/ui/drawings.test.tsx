import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import * as drawings from "./drawings";

const MAX_BYTES = 1536;

test.each(Object.entries(drawings))("%s is small, silent, and has the colors of the page alone", (_, Drawn) => {
  const html = renderToStaticMarkup(<Drawn className="w-36" />);
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(MAX_BYTES);
  expect(html).toContain('aria-hidden="true"');
  const colors = [...html.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(([, color]) => color);
  expect(colors.length).toBeGreaterThan(2);
  const own = ["none", "currentColor", "var(--accent-soft)", "var(--bg)"];
  expect(colors.filter((color) => !own.includes(color!))).toEqual([]);
  // One line-weight.
  expect(html.match(/stroke-width="/g)).toHaveLength(1);
});
