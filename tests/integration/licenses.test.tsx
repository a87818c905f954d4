// The state's licenses and the places of the seed: which are whose, what a page says of them, and why the others are not.
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { CompareTable } from "@/components/choices/compare-table";
import { FactsSection } from "@/components/listings/facts-section";
import { LicensesSection } from "@/components/listings/licenses-section";
import { system } from "@/lib/audit/actor";
import { noteLicense } from "@/lib/listings/mutations";
import { findChoice } from "@/lib/choices/queries";
import { findListing } from "@/lib/listings/queries";
import type { ListingDetail } from "@/lib/listings/types";
import { matchAgain } from "@/lib/matches/mutations";
import { explainedLicenses } from "@/lib/matches/queries";
import { db } from "@/lib/server/db";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

const DAY = "2026-08-21";

async function listingAt(slug: string): Promise<ListingDetail> {
  const found = await findListing(slug);
  if (found.state !== "published") throw new Error(slug);
  return found.listing;
}

async function sectionOf(slug: string, locale: "en" | "es" = "en", today = DAY): Promise<string> {
  return renderToStaticMarkup(<LicensesSection locale={locale} listing={await listingAt(slug)} today={today} />);
}

async function publishedSlugs(): Promise<string[]> {
  const rows = await db.listing.findMany({ where: { status: "published" }, select: { slug: true } });
  return rows.map(({ slug }) => slug);
}

describe("of the places without a current license", () => {
  test("none shares a phone, a name or a house with one unexplained", async () => {
    const shared = await explainedLicenses(db);
    expect(shared.filter(({ reason, note }) => !reason && !note)).toEqual([]);
    const counts: Record<string, number> = {};
    for (const { reason } of shared) counts[reason ?? "noted"] = (counts[reason ?? "noted"] ?? 0) + 1;
    expect(counts).toEqual({
      ended: 12,
      other_tenant: 12,
      other_city: 34,
      phone_of_another_address: 24,
      noted: 14,
    });
  });

  test("a license that no rule explains waits for a note by staff, with evidence", async () => {
    const { id } = await db.listing.findUniqueOrThrow({ where: { slug: "pax-house-pasadena" }, select: { id: true } });
    const kept = await db.license.findUniqueOrThrow({ where: { number: "190732BP" } });
    const { id: _id, ...columns } = kept;
    await db.license.create({ data: { ...columns, number: "199999BP", street: "1 EAST WALNUT STREET" } });
    const reasons = async () => {
      const shared = await explainedLicenses(db, { id });
      return shared.map(({ number, reason, note }) => [number, reason, note?.note]);
    };
    const seeded = [
      "190732BP",
      null,
      "The license is for another address, and its holder has the name of this operator.",
    ];
    expect(await reasons()).toEqual([seeded, ["199999BP", null, undefined]]);
    const note = { id, licenseNumber: "199999BP", note: "It opened later.", evidence: "They said so." };
    const staff = staffSession();
    expect(await noteLicense(staff, { ...note, licenseNumber: "198888BP" })).toBeNull();
    expect(await noteLicense(staff, note, "one press")).toBe("pax-house-pasadena");
    await noteLicense(staff, note, "one press");
    expect(await reasons()).toEqual([seeded, ["199999BP", null, "It opened later."]]);
    const { id: _listing, ...after } = note;
    const events = await db.auditEvent.findMany({ where: { action: "listing.license_noted", actorId: staff.staffId } });
    expect(events).toMatchObject([{ subjectType: "listing", subjectId: id, after }]);
    await expect(db.licenseNote.updateMany({ where: { listingId: id }, data: { note: "x" } })).rejects.toMatchObject({
      code: "P2003",
    });
  });
});

describe("the page of a place", () => {
  test.each([
    ["cri-help-inc-socorro-los-angeles", "190095MN", "this address; the same name, legal entity"],
    [
      "la-centers-for-alcohol-and-drug-abuse-downtown-la-outpatient-los-angeles",
      "190100EN",
      "an additional location of the license; the same name, legal entity",
    ],
    ["grandview-foundation-inc-pasadena", "190022AN", "Probable: the two sources write"],
    [
      "american-indian-changing-spirits-long-beach",
      "190239AN",
      "operator and ZIP code, as the address is confidential",
    ],
  ])("%s says by what license %s was found", async (slug, number, words) => {
    const text = await sectionOf(slug);
    expect(text).toContain(number);
    expect(text).toContain(words);
  });

  test("names what does not count, and that it does not", async () => {
    const tenant = await sectionOf("jewel-city-treatment-center-glendale");
    expect(tenant).toContain("We did not find a current license in the state’s list of August 21, 2026.");
    expect(tenant).toContain("A license stands at this address under another name: 191201BP, UPPER PATH RECOVERY LLC.");
    const elsewhere = "twin-town-treatment-centers-twin-town-torrance-torrance";
    expect(await sectionOf(elsewhere)).toContain("This operator is licensed at 3828 CARSON STREET, TORRANCE: 190290AP");
    expect(await sectionOf(elsewhere, "es")).toContain("Este operador tiene licencia en 3828 CARSON STREET, TORRANCE");
    expect(await sectionOf(elsewhere, "en", "2100-01-01")).not.toContain("190290AP");
    expect(await sectionOf("clear-behavioral-health-manhattan-beach")).toContain(
      "A license at 2309 W. 190TH STREET, REDONDO BEACH has this phone number: 190863FP",
    );
  });
});

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
    const html = renderToStaticMarkup(<LicensesSection locale="en" listing={{ ...listing, licenses }} today={DAY} />);
    expect(html).toContain("outpatient, certified");
    expect(html).not.toMatch(/\bbeds?\b/);
  });

  test("of a class that we do not know is printed with its code and counts for nothing", async () => {
    const listing = await listingAt("grandview-foundation-inc-pasadena");
    const licenses = listing.licenses.map((license) => ({ ...license, settingCode: "NTP" }));
    const html = renderToStaticMarkup(<LicensesSection locale="en" listing={{ ...listing, licenses }} today={DAY} />);
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
  return renderToStaticMarkup(<CompareTable {...table} />);
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
    const html = renderToStaticMarkup(<LicensesSection locale="en" listing={listing} today={DAY} />);
    expect(html).toContain("Not checked: we have no list of the state’s licenses that covers this place.");
    expect(html).not.toContain("retrieved");
  });

  test("says beside others what it says on its own page, in short", async () => {
    const veterans = "va-los-angeles-ambulatory-care-center-addictive-behaviors-clinic-los-angeles";
    const html = await compared("en", "jewel-city-treatment-center-glendale", veterans);
    expect(html).toContain("Not found in the state’s list of August 21, 2026");
    expect(html).toContain("Not checked: it states that it is run by the federal government");
  });
});

describe("of all places", () => {
  /** What says in full why no current license is shown, one of them on each page without one. */
  const SENTENCES = {
    en: [
      "We did not find a current license in the state’s list of August 21, 2026. It may stand there under another name",
      "such places may need no license from this department. We have not checked it.",
      "Not checked: it states that a local government runs it.",
      ". It may have been renewed since the list of August 21, 2026.",
    ],
    es: [
      "No encontramos una licencia vigente en la lista del estado del 21 de agosto de 2026. Puede figurar allí con otro",
      "es posible que estos lugares no necesiten licencia de este departamento. No lo hemos comprobado.",
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
      const slugs = await publishedSlugs();
      const pages = await Promise.all(slugs.map(async (slug) => ({ slug, html: await bothSections(slug, locale) })));
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

  async function bothSections(slug: string, locale: "en" | "es"): Promise<string> {
    const listing = await listingAt(slug);
    const facts = renderToStaticMarkup(<FactsSection locale={locale} listing={listing} today={DAY} />);
    return facts + renderToStaticMarkup(<LicensesSection locale={locale} listing={listing} today={DAY} />);
  }
});

describe("a confidential site", () => {
  let slugs: string[];
  beforeAll(async () => {
    slugs = await publishedSlugs();
  });

  test("no page prints its street, also not the page of another place whose phone leads to its license", async () => {
    const phone = "+16267656905";
    await db.listing.update({ where: { slug: "pax-house-pasadena" }, data: { intakePhones: [phone] } });
    await db.licenseMatch.deleteMany();
    await matchAgain(system("migrate"));
    expect(await sectionOf("pax-house-pasadena")).toContain("A license at another address in ALTADENA has this");
    const hidden = await db.license.findMany({
      where: { matches: { some: { basis: "operator_and_zip" } } },
      select: { street: true },
    });
    expect(hidden).toHaveLength(11);
    const pages = (await Promise.all(slugs.map((slug) => sectionOf(slug)))).join("\n").toUpperCase();
    expect(hidden.filter(({ street }) => pages.includes(street.toUpperCase()))).toEqual([]);
  });

  test("it stands on the map in the middle of its ZIP", async () => {
    const sites = await db.listing.findMany({ where: { street: "" }, select: { positionSource: true } });
    expect(sites.length).toBeGreaterThan(10);
    expect(new Set(sites.map(({ positionSource }) => positionSource))).toEqual(new Set(["zip_centroid"]));
  });
});

test("matches that a migration removed are found again as they were, and those that stand stay", async () => {
  const matches = () =>
    db.licenseMatch.findMany({ omit: { id: true }, orderBy: [{ listingId: "asc" }, { licenseId: "asc" }] });
  await db.licenseMatch.deleteMany();
  await matchAgain(system("migrate"));
  const found = await matches();
  expect(found.length).toBeGreaterThan(200);
  const [kept] = await db.licenseMatch.findMany({ take: 1 });
  await matchAgain(system("migrate"));
  expect(await db.licenseMatch.findUnique({ where: { id: kept!.id } })).toEqual(kept);
  expect(await db.searchStale.count()).toBe(0);
  await db.licenseMatch.deleteMany();
  await matchAgain(system("migrate"));
  expect(await matches()).toEqual(found);
});
