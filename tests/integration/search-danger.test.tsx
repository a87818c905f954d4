// Who types nothing but danger sees whom to call, and no list; who also asks for care, or names a place, sees both.

import { describe, expect, test } from "vitest";
import { LOCALES, localizedPath, messagesOf } from "@/lib/shared/i18n";
import { testDatabase } from "../support/database";
import { drawPage } from "../support/drawn-pages";

testDatabase({ seeded: true });

const ROUTES = ["(answers)/listings", "(answers)/map/asked"];
const ALONE = [
  ["he is blue", ""],
  ["my brother's not breathing", "?people=a-man"],
  ["overdose help", ""],
  ["i want to die", ""],
  ["overdose on vermont ave", ""],
  ["no despierta", ""],
  ["mi hermano no respira en compton", "?people=a-man&near=Compton"],
] as const;
const MORE: Record<string, string>[] = [
  { q: "narcan for overdose" },
  { q: "my brother overdosed last week and needs detox" },
  { q: "suicide prevention center los angeles" },
  { q: "overdose", words: "exact" },
  { q: "overdose", payment: "medi-cal" },
];
const isListed = (html: string) => html.includes('id="results"');

describe.each(LOCALES)("a search in %s", (locale) => {
  test.each(ALONE)("for “%s” says whom to call, and leads to places for later", async (q, later) => {
    for (const route of ROUTES) {
      const html = await drawPage(route, locale, { search: () => ({ q }) });
      const link = `href="${localizedPath(locale, "/listings")}${later.replaceAll("&", "&amp;")}"`;
      expect([route, isListed(html), html.includes(link)]).toEqual([route, false, true]);
      expect(html).toContain(messagesOf(locale).reading.dangerLater);
      for (const call of ["tel:911", "tel:988"]) expect(html).toContain(`href="${call}"`);
    }
    const leads = Object.fromEntries(new URLSearchParams(later));
    expect(isListed(await drawPage(ROUTES[0]!, locale, { search: () => leads }))).toBe(true);
  });

  test.each(MORE)("for $q beside care or a name shows the places too", async (search) => {
    for (const route of ROUTES) {
      const html = await drawPage(route, locale, { search: () => search });
      expect([route, isListed(html), html.includes('href="tel:911"')]).toEqual([route, true, true]);
    }
  });
});
