// What pages say of licenses: each class in words, and where we looked when we found none.
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CompareTable } from "@/components/choices/compare-table";
import { FactsSection } from "@/components/listings/facts-section";
import { findChoice } from "@/lib/choices/queries";
import { NO_FILTERS } from "@/lib/search/filters";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { DAY, listingAt, printedOfAll, sectionFor, sectionOf } from "../support/license-pages";

testDatabase({ seeded: true });

describe("a license", () => {
  test.each([
    [
      "tarzana-treatment-centers-inc-youth-residential-lancaster",
      [
        "residential, licensed",
        "licensed for up to 68 beds",
        "outpatient, certified",
        "residential, certified by the state, licensed by another department (Social Services)",
      ],
    ],
    [
      "tarzana-treatment-centers-inc-tarzana-18646",
      ["residential, certified by the state, licensed by another department (Public Health)", "licensed for up to 168"],
    ],
    [
      "healthright-360-fotep-pomona",
      [
        "PROTOTYPES WOMEN&#x27;S CENTER",
        '<dd class="min-w-0 break-words">HEALTHRIGHT 360</dd>',
        "845 E. ARROW HIGHWAY, POMONA",
      ],
    ],
    ["american-indian-changing-spirits-long-beach", ["LONG BEACH; we do not print the street"]],
  ])("%s prints its class, holder, address and beds", async (slug, words) => {
    const text = await sectionOf(slug);
    expect(words.filter((each) => !text.includes(each))).toEqual([]);
  });

  test("for care without beds has no number of them, whatever the state's list says", async () => {
    const listing = await listingAt("coastwise-recovery-center-san-pedro");
    const licenses = listing.licenses.map((license) => ({ ...license, capacity: 12 }));
    const html = sectionFor({ ...listing, licenses });
    expect(html).toContain("outpatient, certified");
    expect(html).not.toMatch(/\bbeds?\b/);
  });

  test("of a class that we do not know is printed with its code and counts for nothing", async () => {
    const listing = await listingAt("grandview-foundation-inc-pasadena");
    const licenses = listing.licenses.map((license) => ({ ...license, settingCode: "NTP" }));
    const html = sectionFor({ ...listing, licenses });
    expect(html).toContain("NTP: a class we do not know");
    expect(html).toContain("We did not find a current license");
  });

  test("that has ended says when, and that it may have been renewed, on its page and beside others", async () => {
    const slug = "grandview-foundation-inc-pasadena";
    const ended = /ended on [A-Z][a-z]+ \d+, 20\d\d\. It may have been renewed since the list of August 21, 2026\./;
    expect(await sectionOf(slug)).not.toMatch(ended);
    const later = await sectionOf(slug, "en", "2100-01-01");
    expect(later).toMatch(ended);
    expect(later).not.toContain("Valid until");
    expect(await compared("en", "coastwise-recovery-center-san-pedro")).toMatch(ended);
  });
});

async function compared(locale: "en" | "es", ...slugs: string[]): Promise<string> {
  const { places } = await findChoice({ slugs, repeated: false, unreadable: false }, 4);
  const table = { locale, places, standings: places.map(() => null), near: null, onlyDifferences: false };
  return renderToStaticMarkup(<CompareTable {...table} asked={NO_FILTERS} />);
}

describe("a place without a current license", () => {
  const CLINIC = "aegis-treatment-centers-llc-el-monte";

  test("that is an opioid treatment program says that the state lists these elsewhere", async () => {
    expect(await sectionOf(CLINIC)).toContain(
      "as its source states: Federal directory (SAMHSA), 2023. The state licenses such programs in another list",
    );
    expect(await sectionOf(CLINIC, "es")).toContain("según su fuente: Directorio federal (SAMHSA), 2023. El estado da");
    expect(await compared("en", CLINIC)).toContain("The list does not hold opioid treatment programs.");
  });

  test("is not checked where no list of the state covers it", async () => {
    const listing = { ...(await listingAt(CLINIC)), stateListAsOf: null };
    const html = sectionFor(listing);
    expect(html).toContain("Not checked: we have no list of the state’s licenses that covers this place.");
    expect(html).not.toContain("retrieved");
  });

  test("says beside others what it says on its own page, in short", async () => {
    const veterans = "va-los-angeles-ambulatory-care-center-addictive-behaviors-clinic-los-angeles";
    const html = await compared("en", "jewel-city-treatment-center-glendale", veterans);
    expect(html).toContain("Not found in the state’s list of August 21, 2026");
    expect(html).toContain("Licensed by another authority, as the place states: run by the federal government");
  });
});

describe("of all places", () => {
  /** What says in full why no current license is shown, one of them on each page without one. */
  const SENTENCES = {
    en: [
      "We did not find a current license in the state’s list of August 21, 2026. It may stand there under another name",
      "Such places may need no license from this department; we have not checked it.",
      "Not checked: it states that a local government runs it.",
      ". It may have been renewed since the list of August 21, 2026.",
    ],
    es: [
      "No encontramos una licencia vigente en la lista del estado del 21 de agosto de 2026. Puede figurar allí con otro",
      "Es posible que estos lugares no necesiten licencia de este departamento; no lo hemos comprobado.",
      "Sin comprobar: el lugar declara que lo administra un gobierno local.",
      ". Puede haberse renovado después de la lista del 21 de agosto de 2026.",
    ],
  };
  const DENIALS = {
    en: /(?<!\bneed )\b(no|without a) (current |state )*licen[cs]e|not licensed|unlicensed/i,
    es: /\b(sin|ninguna|no (tiene|hay|existe)n?( una)?) licencia/i,
  };

  test.each(["en", "es"] as const)(
    "no page says that one has no license; each says what we know (%s)",
    async (locale) => {
      const current = await db.listing.findMany({
        where: {
          licenseMatches: { some: { certainty: { not: null }, license: { expiresOn: { gte: new Date(DAY) } } } },
        },
        select: { slug: true },
      });
      const licensed = new Set(current.map(({ slug }) => slug));
      const pages = await printedOfAll((listing) => {
        const facts = renderToStaticMarkup(<FactsSection locale={locale} listing={listing} today={DAY} />);
        return facts + sectionFor(listing, locale);
      });
      const slugs = pages.map(({ slug }) => slug);
      const saying = (sentence: string) => pages.filter(({ html }) => html.includes(sentence)).map(({ slug }) => slug);
      expect(pages.filter(({ html }) => DENIALS[locale].test(html)).map(({ slug }) => slug)).toEqual([]);
      const explained = new Set(SENTENCES[locale].flatMap(saying));
      expect(slugs.filter((slug) => !licensed.has(slug) && !explained.has(slug))).toEqual([]);
      expect(
        SENTENCES[locale]
          .slice(0, 3)
          .flatMap(saying)
          .filter((slug) => licensed.has(slug)),
      ).toEqual([]);
      expect(SENTENCES[locale].map((sentence) => saying(sentence).length)).toEqual([92, 21, 2, 3]);
    },
  );
});
