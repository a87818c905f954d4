import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Page } from "@/components/layout/page";
import { TOPICS } from "@/lib/search/types";
import { LOCALES, messagesOf } from "@/lib/shared/i18n";
import { SearchDanger } from "./search-danger";

test.each(LOCALES)("whom to call in danger is the first thing on the page (%s)", (locale) => {
  const told = [{ typed: "he is blue", topic: "danger" }] as const;
  const html = renderToStaticMarkup(
    <Page locale={locale} path="/listings" first={<SearchDanger locale={locale} text={{ told }} />}>
      <h1>Title</h1>
    </Page>,
  );
  expect(html).toMatch(/^<main[^>]*><div[^>]*><div[^>]*role="alert"/);
  expect(html.indexOf('href="tel:911"')).toBeLessThan(html.indexOf("<h1"));
  expect(html).toContain(messagesOf(locale).reading.callNow);
});

test("nobody is frightened whose words tell of no danger", () => {
  const told = TOPICS.filter((topic) => topic !== "danger").map((topic) => ({ typed: "x", topic }));
  expect(renderToStaticMarkup(<SearchDanger locale="en" text={{ told }} />)).toBe("");
});
