import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { dhcsLicenses } from "@/lib/refreshes/adapters/dhcs-licenses";
import { samhsaDirectory } from "@/lib/refreshes/adapters/samhsa-directory";
import { samhsaOtp } from "@/lib/refreshes/adapters/samhsa-otp";
import { acceptProposal, refreshSource } from "@/lib/refreshes/jobs";
import { db } from "@/lib/server/db";
import { today } from "@/lib/shared/dates";
import { testDatabase } from "../support/database";
import {
  DIRECTORY_2023,
  federalFile,
  forgetImports,
  importLocally,
  STATE_LIST,
  stateFile,
} from "../support/import-files";
import { ckanPackage, closedOrigin, layerFile, programList, publisher, tagged } from "../support/publisher";

testDatabase();
const server = publisher();

const ACTOR = system("refresh");
const DATASET = "/api/3/action/package_show";
const LIST = "/dataset/1/resource/2/download/list.csv";
const NATIONAL =
  "/data/data-we-collect/n-sumhss-national-substance-use-and-mental-health-services-survey/national-directories";
const WORKBOOK = "/data/sites/default/files/reports/rpt57009/2025_SU_Facilities_for_All_City_All.xlsx";
const PROGRAMS = "/find-help/locators/opioid-treatment-program-directory/export";

beforeEach(async () => {
  await forgetImports();
  await db.$transaction([
    db.$executeRaw`SET LOCAL session_replication_role = replica`,
    db.$executeRaw`TRUNCATE "Refresh", "RefreshProposal", "Import" CASCADE`,
  ]);
});

/** The state's dataset names one CSV. */
function publishList(file: Buffer | string, etag = '"one"'): void {
  server.answers[DATASET] = ckanPackage(
    { format: "ArcGIS GeoServices REST API", url: "https://example.org/layer" },
    { format: "CSV", url: server.origin + LIST },
  );
  server.answers[LIST] = tagged(file, etag);
}

const look = () => refreshSource(ACTOR, dhcsLicenses(server.origin));
const stored = () => db.refreshProposal.findMany({ orderBy: { number: "asc" } });
const looks = () =>
  db.refresh.findMany({ orderBy: { at: "asc" }, select: { outcome: true, cause: true, words: true } });
const small = () => layerFile(stateFile({}, { license_number: "190002AN", facility_name: "ELM HOUSE" }));

describe("the state's list", () => {
  test("as its map layer has it is the list that we imported, license by license", async () => {
    await importLocally("dhcs", "2026-08-21", STATE_LIST);
    publishList(layerFile(STATE_LIST));
    const result = await look();
    expect(result).toMatchObject({ outcome: "proposed", notes: [], effect: null });
    expect(result.outcome === "proposed" && result.report.join("\n")).toMatch(
      /Dry run.*\n +rows +2,266; skipped 0 mental health, 1,438 other county\n +licenses +0 new, 0 changed, 826 unchanged/,
    );
    const [proposal] = await stored();
    expect(proposal).toMatchObject({ status: "open", edition: today(), fileName: "list.csv", source: "dhcs" });
    expect(gunzipSync(proposal?.packed ?? "").equals(layerFile(STATE_LIST))).toBe(true);
    expect(await db.license.count({ where: { sourceEdition: { edition: today() } } })).toBe(0);
  });

  test("that is the same as at the last look is not sent, nor proposed again", async () => {
    publishList(small());
    expect(await look()).toMatchObject({ outcome: "proposed" });
    expect(await look()).toMatchObject({ outcome: "nothing_new", words: expect.stringContaining("same") as string });
    expect(server.requests.at(-1)?.headers["if-none-match"]).toBe('"one"');
    expect((await stored()).length).toBe(1);
    expect(await looks()).toMatchObject([{ outcome: "proposed" }, { outcome: "nothing_new", cause: null }]);
  });

  test("with the same licenses in another order is nothing new, whatever the server calls it", async () => {
    publishList(small());
    await look();
    const rows = small().toString().trimEnd().split("\r\n");
    publishList(`${[rows[0], ...rows.slice(1).reverse()].join("\r\n")}\r\n`, '"two"');
    expect(await look()).toMatchObject({
      outcome: "nothing_new",
      words: expect.stringMatching(/that of proposal \d+, which waits/) as string,
    });
  });

  test("that somebody imported by hand is nothing new", async () => {
    const file = stateFile({});
    await importLocally("dhcs", "2026-08-21", file);
    publishList(readFileSync(file));
    expect(await look()).toMatchObject({
      outcome: "nothing_new",
      words: "The file is the one of edition 2026-08-21, which is imported.",
    });
  });

  test("in place of an open proposal leaves one, and lets the older file go", async () => {
    publishList(small());
    await look();
    publishList(layerFile(stateFile({})), '"two"');
    await look();
    expect(await stored()).toMatchObject([{ status: "superseded", packed: null }, { status: "open" }]);
  });

  test("that has moved for good is found, and the report says where", async () => {
    publishList("");
    server.answers["/new/list.csv"] = small();
    server.answers[LIST] = (_, response) => void response.writeHead(301, { location: "/new/list.csv" }).end();
    expect(await look()).toMatchObject({
      outcome: "proposed",
      notes: [`It has moved: it is now at ${server.origin}/new/list.csv`],
    });
  });

  test.each([
    ["no CSV", () => ckanPackage(), /names no CSV.*REFRESH_URLS/],
    ["another answer", () => "<html>", /does not answer as CKAN does/],
    [
      "two CSVs",
      () =>
        ckanPackage(
          { format: "CSV", url: `${server.origin}/1`, name: "List" },
          { format: "csv", url: `${server.origin}/2` },
        ),
      /several CSVs: List, .*\/2\. Say which/,
    ],
  ])("whose portal has %s is not guessed", async (_, answer, words) => {
    server.answers[DATASET] = answer();
    expect(await look()).toMatchObject({
      outcome: "failed",
      cause: "unreadable",
      words: expect.stringMatching(words) as string,
    });
  });
});

describe("what is no whole list", () => {
  const page = "<!DOCTYPE html>\n<html><head><title>Sorry, moved</title></head></html>";
  const cut = () => small().subarray(0, -150);
  const renamed = () => small().toString().replace("Program_Code", "Programme");
  const files: [what: string, file: () => Buffer | string, cause: string, words: RegExp][] = [
    ["a web page", () => page, "web_page", /sent a web page \(“Sorry, moved”\) and not the file/],
    ["a row that ends too soon", cut, "unreadable", /is no whole CSV.*It may be cut short/],
    [
      "the layer without a column",
      renamed,
      "unreadable",
      /Missing: program_code\. Found: objectid, application_number/,
    ],
    ["other columns", () => "a,b\n1,2\n", "unreadable", /^list\.csv has other columns.*Missing: license_number/],
    ["an empty file", () => "", "unreadable", /^list\.csv is empty/],
    ["half of a packed file", () => Buffer.from([0x1f, 0x8b, 8, 0, 0]), "cut_short", /without its end/],
    ["half of a workbook", () => readFileSync(DIRECTORY_2023).subarray(0, 50_000), "cut_short", /without its end/],
  ];
  test.each(files)("%s is refused in words, kept for staff, and asked for anew", async (_, file, cause, words) => {
    publishList(file());
    expect(await look()).toMatchObject({ outcome: "failed", cause, words: expect.stringMatching(words) as string });
    expect(await looks()).toMatchObject([{ outcome: "failed", cause, words: [expect.stringMatching(words)] }]);
    publishList(small());
    expect(await look()).toMatchObject({ outcome: "proposed" });
  });

  test("nor is a server that nobody reaches", async () => {
    const result = await refreshSource(ACTOR, dhcsLicenses(await closedOrigin()));
    expect(result).toMatchObject({ outcome: "failed", cause: "offline" });
    expect(await looks()).toMatchObject([{ outcome: "failed", cause: "offline" }]);
  });
});

describe("the national directory", () => {
  const national = () => refreshSource(ACTOR, samhsaDirectory(server.origin));
  const link = (name: string) => `<a class="x" href="/data/sites/default/files/reports/rpt60001/${name}">Excel</a>`;

  test("is the newest workbook that the publisher's page names", async () => {
    await importLocally("samhsa", "2024", federalFile({}));
    server.answers[NATIONAL] = `<html>${link("2024_SU_Facilities_x.xlsx")}${link("2026_SU_Facilities_x.xlsx")}</html>`;
    server.answers["/data/sites/default/files/reports/rpt60001/2026_SU_Facilities_x.xlsx"] =
      readFileSync(DIRECTORY_2023);
    const result = await national();
    expect(result).toMatchObject({ outcome: "proposed", notes: [] });
    expect(await stored()).toMatchObject([
      { edition: "2026", asOfPrecision: "year", fileName: "2026_SU_Facilities_x.xlsx" },
    ]);
    expect(result.outcome === "proposed" && result.report.join("\n")).toMatch(/samhsa 2026, facts as of 2025-01-01/);
    expect(result.outcome === "proposed" && result.report.join("\n")).toContain("code book    the file's own sheet");
  });

  test("may be a CSV, and is looked for where it was when the page names none", async () => {
    server.answers[NATIONAL] = "<html>no links</html>";
    server.answers[WORKBOOK] = readFileSync(federalFile({}));
    expect(await national()).toMatchObject({
      outcome: "proposed",
      notes: [`${server.origin}${NATIONAL} names no workbook. This is the newest URL we know.`],
    });
  });

  test("is looked for there too when the page is gone, and the note says so", async () => {
    server.answers[WORKBOOK] = readFileSync(federalFile({}));
    expect(await national()).toMatchObject({ outcome: "proposed", notes: [expect.stringContaining("answered 404")] });
  });

  test("that is older than the one we have is nothing new", async () => {
    await importLocally("samhsa", "2026", federalFile({}));
    server.answers[WORKBOOK] = readFileSync(federalFile({ name1: "Elm House" }));
    expect(await national()).toMatchObject({
      outcome: "nothing_new",
      words: "Edition 2025 describes 2024-01-01; we have one of 2025-01-01.",
    });
  });
});

describe("the list of opioid treatment programs", () => {
  const programs = () => refreshSource(ACTOR, samhsaOtp(server.origin));

  test("is compared with our listings, by house and by phone; to take it notes that it was seen", async () => {
    await importLocally(
      "samhsa",
      "2024",
      federalFile(
        { service_code_info: "SA * OP * MU OTP" },
        { name1: "Elm House", street1: "7 Elm Street", phone: "213-555-0142", service_code_info: "SA * OP * MU OTP" },
        { name1: "Oak House", street1: "9 Oak Street", phone: "213-555-0143", service_code_info: "SA * OP * BU" },
      ),
    );
    server.answers[PROGRAMS] = programList(
      { Street: "100 MAIN ST", Phone: "" },
      { "Program Name": "Oak", Street: "1 Other Road", Phone: "(213) 555-0143", Certification: "Provisional" },
      { "Program Name": "Far", City: "Oakland", "Zip Code": "94609" },
    );
    const result = await programs();
    expect(result.outcome === "proposed" && result.report).toEqual([
      "2 opioid treatment programs of Los Angeles County on the list: 1 Certified, 1 Provisional",
      "1 of them have a listing that answers so, at the same house or with the same phone",
      "  on the list, and no listing answers that it is one: 1",
      "    Oak, 1 Other Road, Los Angeles 90012 (Provisional); there, or with its phone: oak-house-los-angeles",
      "  listings that answer so, and are not on the list: 1",
      "    elm-house-los-angeles",
      "Nothing of this is written: taking it notes that somebody has seen it.",
    ]);
    const [{ number } = { number: 0 }] = await stored();
    const imports = await db.import.count();
    expect(await acceptProposal(ACTOR, number)).toEqual({ outcome: "seen" });
    expect(await stored()).toMatchObject([{ status: "accepted", importNumber: null }]);
    expect(await db.import.count()).toBe(imports);
  });

  test("is nothing new while only programs elsewhere change", async () => {
    server.answers[PROGRAMS] = programList({}, { City: "Oakland", "Zip Code": "94609" });
    await programs();
    server.answers[PROGRAMS] = programList({ City: "Oakland", "Zip Code": "94609", Phone: "510-555-0100" }, {});
    expect(await programs()).toMatchObject({ outcome: "nothing_new" });
  });

  test("with other columns, or without our county, is refused", async () => {
    server.answers[PROGRAMS] = programList({}).replace("Zip Code", "Postal");
    expect(await programs()).toMatchObject({
      outcome: "failed",
      words: expect.stringContaining("Missing: zip code") as string,
    });
    server.answers[PROGRAMS] = programList({ "Zip Code": "94609" });
    expect(await programs()).toMatchObject({
      words: "The list has no program of Los Angeles County among its 1 row.",
    });
  });
});

test("a look that is killed leaves nothing, and the next one begins anew", async () => {
  publishList(small());
  const killed = refreshSource(ACTOR, dhcsLicenses(server.origin), {
    progress: ({ stage }) => {
      if (stage === "matching") throw new Error("killed");
    },
  });
  await expect(killed).rejects.toThrow("killed");
  expect([await looks(), await stored(), await db.sourceEdition.count()]).toEqual([[], [], 0]);
  expect(await look()).toMatchObject({ outcome: "proposed" });
});
