import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import type { ListingCard } from "@/lib/facts/card";
import type { ListingDetail, OperatorView } from "@/lib/listings/types";
import { ListingJsonLd } from "./listing-json-ld";
import { OperatorLine } from "./operator-line";

const listing = {
  slug: "sunrise",
  name: "Sunrise House",
  street: "1 Elm Street",
  street2: null,
  state: "CA",
  unit: null,
  kind: "outpatient",
  phone: null,
};
const place = (name: string, presence: "open" | "closed" = "open"): ListingCard => ({
  slug: name.toLowerCase(),
  name,
  presence,
  unit: "Women",
  street: "1 Elm Street",
  street2: null,
  city: "Malibu",
  state: "CA",
  zip: "90265",
  phone: null,
  phoneExtension: null,
  kind: "outpatient",
  fromStateList: false,
});
const run = (operator: OperatorView | null) => ({ ...listing, operator }) as unknown as ListingDetail;
const line = (operator: OperatorView | null, locale: "en" | "es" = "en") =>
  renderToStaticMarkup(<OperatorLine locale={locale} listing={run(operator)} />);
interface Place {
  about: { parentOrganization?: object };
}
const data = (operator: OperatorView | null) => {
  const html = renderToStaticMarkup(<ListingJsonLd locale="en" listing={run(operator)} site="https://x.example" />);
  const { "@graph": things } = JSON.parse(/>(.*)<\/script>/.exec(html)?.[1] ?? "{}") as { "@graph": [Place] };
  return things[0];
};

describe("the page of a place says who runs it", () => {
  test("with the number of its other places, and a fold that links to them and marks what is closed", () => {
    const html = line({ name: "Harbor & Co", others: [place("Harbor"), place("Shore", "closed")] });
    expect(html).toMatch(/^<details.*<summary.*Run by Harbor &amp; Co.*2 other places of theirs here.*<\/summary><ul/);
    expect(html).toMatch(
      /href="\/listings\/harbor".*Women · 1 Elm Street, Malibu, CA 90265.*href="\/listings\/shore".*\(closed\)/,
    );
  });

  test("in one sentence when we list no other place of it", () => {
    expect(line({ name: "Harbor", others: [] })).toBe(
      '<p class="mt-3"><span class="wrap-anywhere">Run by Harbor</span></p>',
    );
  });

  test("in Spanish too", () => {
    const html = line({ name: "Harbor", others: [place("Harbor")] }, "es");
    expect(html).toContain("A cargo de Harbor");
    expect(html).toContain("1 lugar más del mismo operador aquí");
    expect(html).toContain('href="/es/listings/harbor"');
  });

  test.each(["Sunrise House", "SUNRISE HOUSE, INC.", "The Sunrise House LLC"])("but not when that is %s", (name) => {
    expect(line({ name, others: [place("Harbor")] })).toBe("");
    expect(data({ name, others: [] }).about).not.toHaveProperty("parentOrganization");
  });

  test("and search engines read it, where the page says it", () => {
    const { about } = data({ name: "Harbor", others: [] });
    expect(about.parentOrganization).toEqual({ "@type": "Organization", name: "Harbor" });
    expect(data(null).about).not.toHaveProperty("parentOrganization");
    expect(line(null)).toBe("");
  });
});
