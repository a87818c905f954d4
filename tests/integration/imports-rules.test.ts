import { beforeEach, expect, test } from "vitest";
import { findListing } from "@/lib/listings/queries";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { federalFile, forgetImports, importLocally, stateFile, tableContents } from "../support/import-files";

testDatabase();

beforeEach(forgetImports);

const wholeCountry = { county: null };

test("rows that cannot be imported are refused with their line and the reason", async () => {
  const file = federalFile({}, { zip: "9O012", name1: "Typo" }, { name1: "" }, { state: "Calif.", name1: "Long" });
  const report = await importLocally("samhsa", "2024", file, wholeCountry);
  expect(report.new).toBe(1);
  expect(report.refused).toEqual([
    { line: 3, reason: '"9O012" is no ZIP code' },
    { line: 4, reason: "there is no name (name1, name2)" },
    { line: 5, reason: '"Calif." is no state' },
  ]);
});

test("a code that no book explains is kept and reported, never guessed", async () => {
  const file = federalFile({ service_code_info: "SA * OP * BU ULC" }, { name1: "Other", service_code_info: "ULC BMW" });
  const report = await importLocally("samhsa", "2024", file);
  expect(report.unknownCodes).toEqual([
    ["BMW", 1],
    ["ULC", 2],
  ]);
  const sheet = await db.factSheet.findFirstOrThrow({
    where: { listing: { name: "Harbor Clinic" } },
    select: { yes: true, no: true, unrecognised: true },
  });
  expect(sheet.unrecognised).toEqual(["ULC"]);
  expect(sheet.yes).toEqual(["BU", "OP", "SA"]);
  expect(sheet.no).toContain("NU");
  expect(sheet.no).not.toContain("MD");
});

test("a place of which nothing is known stays a draft, and a directory of such places is refused", async () => {
  const odd = { name1: "Other", service_code_info: "ZZ1 ZZ2" };
  await expect(importLocally("samhsa", "2024", federalFile(odd))).rejects.toThrow(/No row .* has a code we know.*ZZ1/);
  const report = await importLocally("samhsa", "2024", federalFile({}, odd));
  expect(report.lost).toMatchObject([{ line: 3, column: "service_code_info", value: "ZZ1 ZZ2" }]);
  expect(await db.listing.findMany({ where: { status: "published" }, select: { name: true } })).toEqual([
    { name: "Harbor Clinic" },
  ]);
});

test.each([
  ["a header alone", [], /has no rows, only a header/],
  ["rows that are all refused", [{ zip: "9O012" }, { name1: "" }], /2 are refused[^]*line 2: "9O012"[^]*line 3/],
  ["rows that are all elsewhere", [{ zip: "94103" }], /has no rows of Los Angeles County: 1 are of others/],
])("%s is no edition, and leaves nothing", async (_, rows, words) => {
  await expect(importLocally("samhsa", "2024", federalFile(...rows))).rejects.toThrow(words);
  expect(await db.sourceEdition.count()).toBe(0);
});

test("an edition with over a tenth fewer places is imported only when somebody confirms it", async () => {
  const licenses = (count: number) =>
    stateFile(...Array.from({ length: count }, (_, index) => ({ license_number: `1900${10 + index}AN` })));
  await importLocally("dhcs", "2026-08-21", licenses(20));
  await importLocally("dhcs", "2026-09-21", licenses(18));
  const short = licenses(16);
  await expect(importLocally("dhcs", "2026-10-21", short)).rejects.toThrow(/16 places.*2026-09-21.*18.*--confirm/);
  expect(await db.sourceEdition.count()).toBe(2);
  const preview = await importLocally("dhcs", "2026-10-21", short, { dryRun: true });
  expect(preview.fewer).toEqual({ edition: "2026-09-21", places: 18, now: 16 });
  await importLocally("dhcs", "2026-10-21", short, { confirm: true });
  expect(await importLocally("dhcs", "2026-10-21", short)).toMatchObject({ unchanged: 16, fewer: null });
  expect(await importLocally("dhcs", "2026-07-21", licenses(3))).toMatchObject({ older: 3, fewer: null });
});

test("only listings of the served county go public", async () => {
  await importLocally(
    "samhsa",
    "2024",
    federalFile({}, { name1: "Far", zip: "94103", city: "San Francisco" }),
    wholeCountry,
  );
  const listings = await db.listing.findMany({
    select: { name: true, county: true, status: true },
    orderBy: { name: "asc" },
  });
  expect(listings).toEqual([
    { name: "Far", county: "San Francisco", status: "draft" },
    { name: "Harbor Clinic", county: "Los Angeles", status: "published" },
  ]);
});

test("what staff set stays, and the report names the difference", async () => {
  await importLocally("samhsa", "2024", federalFile({}));
  await db.listing.updateMany({ data: { phone: "+13105550199", staffFields: ["phone"] } });
  const report = await importLocally("samhsa", "2025", federalFile({ phone: "213-555-0100", city: "L.A." }));
  expect(report).toMatchObject({ changed: 1 });
  expect(report.staffDifferences).toEqual([
    { slug: "harbor-clinic-los-angeles", field: "phone", kept: "+13105550199", stated: "+12135550100" },
  ]);
  const listing = await db.listing.findFirstOrThrow({ select: { phone: true, city: true, slug: true } });
  expect(listing).toEqual({ phone: "+13105550199", city: "L.A.", slug: "harbor-clinic-los-angeles" });
});

test("a corrected file of the same edition updates that edition's facts", async () => {
  await importLocally("samhsa", "2024", federalFile({}));
  const report = await importLocally("samhsa", "2024", federalFile({ service_code_info: "SA * OP RES * BU" }));
  expect(report).toMatchObject({ new: 0, changed: 1 });
  const sheets = await db.factSheet.findMany({ select: { yes: true } });
  expect(sheets).toEqual([{ yes: ["BU", "OP", "RES", "SA"] }]);
  expect(await db.listing.findFirst({ select: { kind: true } })).toEqual({ kind: "residential" });
});

test("a site that a newer edition leaves out stays, is named, and its page says so", async () => {
  await importLocally("samhsa", "2023", federalFile({}, { name1: "Closed Clinic", street1: "7 Elm Street" }));
  const report = await importLocally("samhsa", "2024", federalFile({}), { confirm: true });
  expect(report.gone).toEqual(["closed-clinic-los-angeles"]);
  expect(await findListing("closed-clinic-los-angeles")).toMatchObject({
    state: "published",
    listing: { leftOutOf: { asOf: "2023-01-01", asOfPrecision: "year" } },
  });
  expect(await findListing("harbor-clinic-los-angeles")).toMatchObject({ listing: { leftOutOf: null } });
});

test("a site that only an older edition names is a draft for staff to decide", async () => {
  await importLocally("samhsa", "2024", federalFile({}));
  const report = await importLocally("samhsa", "2023", federalFile({ name1: "Old Clinic", street1: "7 Elm Street" }));
  expect(report).toMatchObject({ new: 1, gone: [] });
  expect(await db.listing.findFirst({ where: { name: "Old Clinic" }, select: { status: true } })).toEqual({
    status: "draft",
  });
});

test("a site whose door and names are written otherwise stays one listing, with its address", async () => {
  await importLocally("samhsa", "2023", federalFile({ name2: "Women's Program", street2: "Suite 2" }));
  const written = { name1: "HARBOR CLINIC", name2: "Womens Prog", street1: "100 MAIN ST. #2", phone: "213-555-0100" };
  const report = await importLocally("samhsa", "2024", federalFile(written));
  expect(report).toMatchObject({ new: 0, changed: 1, gone: [] });
  expect(await db.listing.findMany({ select: { name: true, street: true, phone: true, slug: true } })).toEqual([
    {
      name: "HARBOR CLINIC",
      street: "100 MAIN ST. #2",
      phone: "+12135550100",
      slug: "harbor-clinic-womens-program-los-angeles",
    },
  ]);
});

test.each([
  ["renamed", { name1: "Harbour Clinic Inc" }],
  ["moved", { street1: "900 New Boulevard", zip: "90026" }],
  ["gave its program another name", { name2: "North" }],
])("a site that %s is a new listing, and the old one stays and is named", async (_, change) => {
  await importLocally("samhsa", "2023", federalFile({}));
  const report = await importLocally("samhsa", "2024", federalFile(change));
  expect(report).toMatchObject({ new: 1, gone: ["harbor-clinic-los-angeles"] });
  expect(await db.listing.count({ where: { status: "published" } })).toBe(2);
});

test("programs behind one door are listings of their own, and so are two that answer differently", async () => {
  const program = { name2: "Women", street2: "Suite 2" };
  const file = federalFile(
    {},
    program,
    { ...program, service_code_info: "SA * RES * NU" },
    { ...program, phone: "213-555-0100" },
    program,
  );
  const report = await importLocally("samhsa", "2024", file);
  expect(report).toMatchObject({ new: 4, listedTwice: [{ line: 6, sameAs: 3 }] });
  expect(report.apart).toEqual([
    {
      differ: "answers",
      lines: [3, 4, 5, 6],
      slugs: ["", "-100", "-100-2"].map((end) => `harbor-clinic-women-los-angeles${end}`),
    },
  ]);
  const before = await tableContents();
  expect(await importLocally("samhsa", "2024", file)).toMatchObject({ new: 0, changed: 0, unchanged: 4 });
  expect(await tableContents()).toEqual(before);
});

test("in the next edition each of them is told by its phone, then by its order", async () => {
  const women = { name2: "Women" };
  const beds = { ...women, service_code_info: "SA * RES * BU" };
  const other = { ...women, phone: "213-555-0100" };
  await importLocally("samhsa", "2023", federalFile(women, beds, other));
  const kinds = () =>
    db.listing.findMany({ select: { slug: true, phone: true, kind: true }, orderBy: { slug: "asc" } });
  const before = await kinds();
  const report = await importLocally("samhsa", "2024", federalFile({ ...other, zip: "90012-1234" }, women, beds));
  expect(report).toMatchObject({ new: 0, gone: [] });
  expect(await kinds()).toEqual(before);
});

test("it does not matter which source comes first", async () => {
  const federal = federalFile({}, { name1: "Annex", street1: "9 Oak Street", phone: "213-555-0111" });
  const state = stateFile({}, { license_number: "190002AN", address_line1: "1 ELM ST", phone: "(213) 555-0111" });
  const inOrder = async (sources: readonly (() => Promise<unknown>)[]) => {
    for (const run of sources) await run();
    return db.listing.findMany({
      select: {
        slug: true,
        latitude: true,
        longitude: true,
        positionSource: true,
        licenseMatches: { select: { basis: true, certainty: true, license: { select: { number: true } } } },
      },
      orderBy: { slug: "asc" },
    });
  };
  const runs = [() => importLocally("samhsa", "2024", federal), () => importLocally("dhcs", "2026-08-21", state)];
  const federalFirst = await inOrder(runs);
  await forgetImports();
  expect(await inOrder([...runs].reverse())).toEqual(federalFirst);
  expect(
    federalFirst.map(({ slug, positionSource, licenseMatches }) => [slug, positionSource, licenseMatches]),
  ).toEqual([
    [
      "annex-los-angeles",
      "zip_centroid",
      [{ basis: "other_address", certainty: null, license: { number: "190002AN" } }],
    ],
    [
      "harbor-clinic-los-angeles",
      "dhcs",
      [{ basis: "own_address", certainty: "certain", license: { number: "190001AN" } }],
    ],
    [
      "harbor-clinic-los-angeles-190002an",
      "dhcs",
      [{ basis: "own_address", certainty: "certain", license: { number: "190002AN" } }],
    ],
  ]);
});

test("an additional location counts, and places nothing: the state's coordinates are the first house's", async () => {
  await importLocally("samhsa", "2024", federalFile({ street1: "102 Main Street" }));
  await importLocally("dhcs", "2026-08-21", stateFile({ additional_locations: "102 & 104 MAIN STREET" }));
  expect(await db.licenseMatch.findMany({ select: { basis: true, certainty: true } })).toEqual([
    { basis: "additional_location", certainty: "certain" },
  ]);
  expect(await db.listing.findFirst({ select: { positionSource: true } })).toEqual({ positionSource: "zip_centroid" });
});

test("a license whose newer row is refused keeps what it had, and is not said to be gone", async () => {
  await importLocally("dhcs", "2026-08-21", stateFile({}, { license_number: "190002AN" }));
  const bad = stateFile({ license_expiration: "31/12/2027" }, { license_number: "190002AN" });
  const report = await importLocally("dhcs", "2026-11-01", bad, { confirm: true });
  expect(report).toMatchObject({ refused: [{ line: 2 }], gone: [] });
  const license = await db.license.findUniqueOrThrow({ where: { number: "190001AN" }, select: { expiresOn: true } });
  expect(license.expiresOn).toEqual(new Date("2027-12-31"));
});

test("an older list of the state overwrites no newer license", async () => {
  await importLocally("dhcs", "2026-08-21", stateFile({}));
  const report = await importLocally("dhcs", "2025-08-21", stateFile({ license_expiration: "2025-12-31" }));
  expect(report).toMatchObject({ older: 1, changed: 0 });
  const license = await db.license.findFirstOrThrow({ select: { expiresOn: true } });
  expect(license.expiresOn).toEqual(new Date("2027-12-31"));
});

test("an import that fails half-way leaves nothing", async () => {
  await importLocally("samhsa", "2024", federalFile({}));
  const before = await tableContents();
  const otherDay = { date: { asOf: "2023-03-01", precision: "day" as const } };
  await expect(importLocally("samhsa", "2024", federalFile({ name1: "New" }), otherDay)).rejects.toThrow(/--as-of/);
  expect(await tableContents()).toEqual(before);
});

test("slugs stay apart by house number, then by a counter, and former ones are not given away", async () => {
  await db.slugRedirect.create({
    data: { subject: "listing", fromSlug: "branch-los-angeles", subjectId: crypto.randomUUID() },
  });
  await importLocally(
    ...(["samhsa", "2024"] as const),
    federalFile(
      {},
      { street1: "200 Main Street" },
      { street2: "Suite 2" },
      { name1: "Branch", street1: "1 Elm Street" },
    ),
  );
  const slugs = (await db.listing.findMany({ select: { slug: true }, orderBy: { slug: "asc" } })).map(
    ({ slug }) => slug,
  );
  expect(slugs).toEqual([
    "branch-los-angeles-1",
    "harbor-clinic-los-angeles",
    "harbor-clinic-los-angeles-100",
    "harbor-clinic-los-angeles-200",
  ]);
});
