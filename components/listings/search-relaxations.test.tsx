import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { NO_TEXT } from "@/lib/search/asked";
import { NO_FILTERS, type ListingFilters } from "@/lib/search/filters";
import type { Relaxation } from "@/lib/search/types";
import { LOCALES, messagesOf, type Locale } from "@/lib/shared/i18n";
import { askedText } from "./asked-line";
import { SearchRelaxations } from "./search-relaxations";

const ASKED: ListingFilters = { ...NO_FILTERS, medication: ["methadone"], payment: ["medi-cal"], kind: ["hospital"] };
const COUNT = { value: 4, isAtLeast: false };

function drawn(locale: Locale, relaxation: Omit<Relaxation, "count">): string {
  const answer = { relaxations: [{ ...relaxation, count: COUNT }], lookedThrough: null, text: NO_TEXT };
  return renderToStaticMarkup(<SearchRelaxations locale={locale} filters={ASKED} asked={ASKED} answer={answer} />);
}

/** A message with its place for options filled, as React writes it. */
function sentence(locale: Locale, key: "still" | "stillUnsaid", still: ListingFilters): string {
  const text = messagesOf(locale).filters[key].replace("{options}", askedText(locale, still) ?? "");
  return renderToStaticMarkup(<>{text}</>);
}

test.each(LOCALES)("what lets in places that did not say promises no yes, and asks (%s)", (locale) => {
  const filters = { ...ASKED, includeUnknown: true };
  const html = drawn(locale, { without: ["unknown"], filters, still: ASKED });
  expect(html).toContain(sentence(locale, "stillUnsaid", ASKED));
  expect(html).not.toContain(sentence(locale, "still", ASKED));
});

test.each(LOCALES)("beside a part that is let go of too, it still promises none (%s)", (locale) => {
  const still = { ...ASKED, kind: [] };
  const html = drawn(locale, { without: ["kind", "unknown"], filters: { ...still, includeUnknown: true }, still });
  expect(html).toContain(sentence(locale, "stillUnsaid", still));
});

test.each(LOCALES)(
  "what only lets go of a part says that all else is as it was asked, and that nobody may pay (%s)",
  (locale) => {
    const still = { ...ASKED, payment: [] };
    const html = drawn(locale, { without: ["payment"], filters: still, still });
    expect(html).toContain(sentence(locale, "still", still));
    expect(html).not.toContain(sentence(locale, "stillUnsaid", still));
    expect(html).toContain(renderToStaticMarkup(<>{messagesOf(locale).filters.withoutPayment}</>));
  },
);
