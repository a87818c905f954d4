import { renderToStaticMarkup } from "react-dom/server";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Whole } from "./whole";

const htmlOf = (text: string) => renderToStaticMarkup(<Whole>{text}</Whole>);

test("Medi-Cal and telephone numbers do not break at a hyphen", () => {
  expect(htmlOf("Medi-Cal or Medi-Cal: 213-555-0100.")).toBe(
    '<span class="whole">Medi-Cal</span> or <span class="whole">Medi-Cal</span>: ' +
      '<span class="whole-number">213-555-0100</span>.',
  );
});

test("no letter of a text is lost", () => {
  const text = fc.array(fc.constantFrom("Medi-Cal", "213-555-0100", " ", "a", "-", "1")).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, (each) => {
      expect(htmlOf(each).replaceAll(/<[^>]*>/g, "")).toBe(each);
    }),
  );
});
