import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Words } from "@/components/layout/words";
import { typedValues } from "@/lib/inquiries/inquiry-fields";
import { messagesOf } from "@/lib/shared/i18n";
import { ListingFields } from "./listing-fields";

const place = (slug: string) => ({
  slug,
  name: `Place ${slug}`,
  unit: null,
  street: "1 Main Street",
  street2: null,
  city: "Covina",
  zip: "91724",
  phone: null,
  presence: "open" as const,
});

function sent(...slugs: string[]) {
  const form = new FormData();
  for (const slug of slugs) form.append("place", slug);
  form.set("scope", "named");
  return typedValues(form);
}

test("a place that closed meanwhile is named, and cannot be ticked", () => {
  const html = renderToStaticMarkup(
    <Words locale="en" messages={{ contact: messagesOf("en").contact }}>
      <ListingFields places={[place("a"), place("b")]} closed={[place("b")]} values={sent("a", "b")} error="Closed" />
    </Words>,
  );
  expect(html.match(/name="place"[^>]*value="(\w)"/g)).toHaveLength(1);
  expect(html).toContain('Place b, 1 Main Street, Covina <strong class="text-warning">(closed)</strong>');
  expect(html).toMatch(/checked=""[^>]*value="a"|value="a"[^>]*checked=""/);
});

test("when none is left, any listed place is offered, and not chosen for the person", () => {
  const html = renderToStaticMarkup(
    <Words locale="en" messages={{ contact: messagesOf("en").contact }}>
      <ListingFields places={[]} closed={[place("b")]} values={sent("b")} error="Closed" />
    </Words>,
  );
  expect(html).not.toContain('name="place"');
  const [any] = html.match(/<input[^>]*value="any_listed"[^>]*>/) ?? [];
  expect(any).toBeDefined();
  expect(any).not.toContain("checked");
});
