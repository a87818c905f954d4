import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { splitWhole } from "./split";

const M = '<span class="whole">Medi-Cal</span>';
const given = (text: string) => text;

describe("words that stay whole", () => {
  test.each([
    ["in a sentence", <p key="a">{given("Takes Medi-Cal, or Drug Medi-Cal.")}</p>, `<p>Takes ${M}, or Drug ${M}.</p>`],
    [
      "beside other children",
      <p key="b">
        Pays: {given("Medi-Cal")} <b>yes</b>
      </p>,
      `<p>Pays: ${M} <b>yes</b></p>`,
    ],
    ["in a list of texts", <p key="c">{[given("Medi-Cal"), ", cash"]}</p>, `<p>${M}, cash</p>`],
    [
      "alone",
      <b key="d" className="text-link">
        Medi-Cal
      </b>,
      '<b class="text-link whole">Medi-Cal</b>',
    ],
    [
      "in a line of parts, where the text stays one part",
      <button key="e" type="button" className="gap-2 sm:inline-flex">
        {given("I need Medi-Cal")}
      </button>,
      `<button type="button" class="gap-2 sm:inline-flex"><span>I need ${M}</span></button>`,
    ],
    ["of a component", <Wrapped key="f">Takes Medi-Cal</Wrapped>, `<em>Takes ${M}</em>`],
    [
      "where only text may stand",
      <select key="g">
        <option>With Medi-Cal</option>
      </select>,
      "<select><option>With Medi-Cal</option></select>",
    ],
  ])("%s", (_, element, html) => {
    expect(renderToStaticMarkup(element)).toBe(html);
  });

  test("are names, phones and ZIP+4, and no other word with a hyphen", () => {
    const whole = (text: string) => splitWhole(text)?.filter((_, index) => index % 2) ?? [];
    expect(whole("Call 562-555-0100 or 1-800-662-4357; Medi-Cal; 90012-1234.")).toEqual([
      "562-555-0100",
      "1-800-662-4357",
      "Medi-Cal",
      "90012-1234",
    ]);
    expect(whole("co-occurring, 2023-2024, 2026-08-21, 123-4567-8901, open 24/7")).toEqual([]);
  });

  test("lose no letter of a text", () => {
    const text = fc.array(fc.constantFrom("Medi-Cal", "Medi-", "562-555-0100", "-", " ", "<b>", "9")).map((parts) => {
      return parts.join("");
    });
    fc.assert(
      fc.property(text, (words) => {
        expect(splitWhole(words)?.join("") ?? words).toBe(words);
        const html = renderToStaticMarkup(<p>{words}</p>);
        expect(html.replaceAll(/<\/?(?:p|span)[^>]*>/g, "")).toBe(
          words.replaceAll("<", "&lt;").replaceAll(">", "&gt;"),
        );
      }),
    );
  });
});

function Wrapped({ children }: { children: string }) {
  return <em>{children}</em>;
}
