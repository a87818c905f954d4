import addFormats from "ajv-formats";
import Ajv from "ajv/dist/2020";
import { Validator } from "@seriousme/openapi-schema-validator";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, test } from "vitest";
import * as missing from "@/app/api/v1/[...missing]/route";
import * as indexOfAll from "@/app/api/v1/route";
import * as hsdsRoot from "@/app/api/v1/hsds/route";
import * as patch from "@/app/api/v1/hsds/profile/[file]/route";
import * as listings from "@/app/api/v1/listings/route";
import * as openapi from "@/app/api/v1/openapi.json/route";
import * as newest from "@/app/api/v1/rankings/[area]/route";
import * as index from "@/app/api/v1/rankings/[area]/editions/route";
import * as method from "@/app/api/v1/rankings/methods/[version]/route";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { AREA, ask, getEdition, getNewest, given, readNewest, type EditionAnswer } from "../support/open-data";
import { FIRST_EDITION } from "../support/first-edition";
import { getList, getRecord } from "../support/hsds";

testDatabase({ seeded: true });

let answer: EditionAnswer;

beforeAll(async () => {
  answer = await readNewest();
});

describe("the answers are what the OpenAPI document says", () => {
  test("which is itself valid OpenAPI 3.1", async () => {
    const document = (await (await openapi.GET(ask(), undefined)).json()) as Record<string, unknown>;
    const { valid, errors } = await new Validator().validate(document);
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
    expect(document).toMatchObject({ openapi: "3.1.0" });
  });

  test.each<[string, () => Promise<Response>]>([
    ["Edition", () => getNewest()],
    ["Edition", () => getEdition("1")],
    ["EditionIndex", () => index.GET(ask(), given(AREA))],
    ["MethodDocument", () => method.GET(ask(), given({ version: "1" }))],
    ["Index", () => indexOfAll.GET(ask(), undefined)],
    ["Listings", () => listings.GET(ask("?page=4&perPage=100"), undefined)],
    ["Problem", () => getEdition("7")],
    ["Problem", () => getNewest("?format=xml")],
    ["Problem", () => missing.GET(ask(), undefined)],
    ["Problem", () => getList("nothing")],
  ])("%s", async (name, get) => {
    const validate = await validatorOf(name);
    const body = (await (await get()).json()) as Record<string, unknown>;
    await validate(body);
    expect(validate.errors ?? []).toEqual([]);
    expect(validate({ ...body, more: 1 })).toBe(false);
  });
});

describe("a URL of the open numbers", () => {
  test("answers in the same order and bytes each time, and tells who has them so", async () => {
    const first = await getNewest();
    const etag = first.headers.get("etag")!;
    expect(etag).toMatch(/^"[\w-]{43}"$/);
    expect(first.headers.get("content-type")).toBe("application/json");
    expect(first.headers.get("cache-control")).toMatch(/s-maxage=\d+, stale-while-revalidate=\d+/);
    const body = await first.text();
    expect(await (await getEdition("1")).text()).toBe(body);
    for (const sent of [etag, `W/${etag}`, `"other", ${etag}`, "*"]) {
      const again = await getNewest("", { "if-none-match": sent });
      expect([again.status, again.headers.get("etag"), await again.text()]).toEqual([304, etag, ""]);
    }
    expect((await getNewest("", { "if-none-match": '"other"' })).status).toBe(200);
  });

  test("lets caches keep an edition, whose names may be corrected, for minutes, and a method for good", async () => {
    const edition = (await getEdition("1")).headers;
    expect(edition.get("cache-control")).toMatch(/^public, max-age=60, s-maxage=300(?!.*immutable)/);
    expect(edition.get("etag")).toMatch(/^"[\w-]{43}"$/);
    const { headers } = await method.GET(ask(), given({ version: "1" }));
    expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  });

  test.each<[number, string, () => Promise<Response>]>([
    [404, "an area nobody ranks", () => newest.GET(ask(), given({ area: "san-diego" }))],
    [404, "an edition that never was", () => getEdition("2")],
    [404, "a number no database holds", () => getEdition("99999999999999999999")],
    [404, "no number", () => getEdition("1' OR '1'='1")],
    [404, "another way to write a number", () => getEdition("01")],
    [404, "a method that never was", () => method.GET(ask(), given({ version: "2" }))],
    [404, "a path that is not described", () => missing.GET(ask(), undefined)],
    [400, "a format there is not", () => getEdition("1", "?format=xml")],
    [400, "two formats", () => getNewest("?format=csv&format=json")],
    [400, "a method as a table", () => method.GET(ask("?format=csv"), given({ version: "1" }))],
    [404, "a page after the last", () => listings.GET(ask("?page=99"), undefined)],
    [404, "a list that HSDS does not have", () => getList("places")],
    [404, "the name of a property of every object", () => getList("constructor")],
    [404, "a record that never was", () => getRecord("services", "01234567-89ab-5cde-8f01-23456789abcd")],
    [404, "no id", () => getRecord("organizations", "1' OR '1'='1")],
    [404, "a file that the profile leaves as it is", () => patch.GET(ask(), given({ file: "phone.json" }))],
    [400, "places in a format there is not", () => listings.GET(ask("?format=xlsx"), undefined)],
    [400, "too many places on a page", () => listings.GET(ask("?perPage=101"), undefined)],
    [400, "two pages", () => listings.GET(ask("?page=1&page=2"), undefined)],
    [400, "a page that is none", () => getList("services", "?page=0")],
    [400, "a filter that we do not have", () => getList("services", "?search=methadone")],
    [400, "a filter of another list", () => getList("locations", "?organization_id=1")],
    [400, "HSDS in another format", () => getList("services", "?format=ndjson")],
    [405, "anything but reading", () => Promise.resolve(newest.POST())],
  ])("answers %i to %s, in JSON that says what to do", async (status, _, get) => {
    const response = await get();
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({ status, detail: expect.stringMatching(/\w+.*\.$/) as string });
  });

  test("an empty list is one empty page", async () => {
    const page: unknown = await (await getList("services", "?organization_id=nobody")).json();
    expect(page).toMatchObject({ total_items: 0, total_pages: 1, first_page: true, last_page: true, empty: true });
  });

  test("of the places and of HSDS tells who has it already", async () => {
    for (const read of [
      (headers: Record<string, string>) => listings.GET(ask("", headers), undefined),
      (headers: Record<string, string>) => hsdsRoot.GET(ask("", headers), undefined),
    ]) {
      const etag = (await read({})).headers.get("etag")!;
      const again = await read({ "if-none-match": etag });
      expect([again.status, await again.text()]).toEqual([304, ""]);
    }
  });

  test("answers 429 to the 121st request within a minute, and says how long to wait", async () => {
    const headers = { "x-socket-ip": "203.0.113.7" };
    const asked = () => index.GET(new Request("http://localhost/x", { headers }), given(AREA));
    await db.$executeRaw`DELETE FROM rate_limit`;
    const answers = await Promise.all(Array.from({ length: 121 }, asked));
    const limited = answers.filter(({ status }) => status === 429);
    expect(limited).toHaveLength(1);
    expect(Number(limited[0]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await limited[0]?.json()).toMatchObject({ status: 429 });
  });

  test("answers a browser that asks before it asks", async () => {
    const { status, headers } = newest.OPTIONS();
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-methods")).toBe("GET, HEAD, OPTIONS");
    expect(headers.get("access-control-allow-headers")).toBe("If-None-Match");
  });
});

describe("as a table", () => {
  test("each program and each excluded place is a line with the same figures, the latter with the reason", async () => {
    const response = await getNewest("?format=csv");
    expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8; header=present");
    const rows = parse<Record<string, string>>(await response.text(), { columns: true });
    const ranked = rows.filter(({ status }) => status === "ranked");
    expect(ranked.map(({ slug, score, rank }) => [slug, Number(score), Number(rank)])).toEqual(
      answer.entries.map(({ members, score, rank }) => [members[0]?.slug, score, rank]),
    );
    expect(ranked.map(({ members, streets }) => [members, streets])).toEqual(
      answer.entries.map(({ members }) => [
        members.map(({ slug }) => slug).join(" "),
        members.map(({ street }) => street).join("; "),
      ]),
    );
    const won = ranked.map((row) =>
      Object.entries(row).reduce((sum, [column, cell]) => sum + (column.endsWith(".points") ? Number(cell) : 0), 0),
    );
    expect(won).toEqual(answer.entries.map(({ low }) => low));
    const excluded = rows.filter(({ status }) => status === "excluded");
    expect(excluded.map(({ slug, reason }) => [slug, reason])).toEqual(
      answer.excluded.map(({ listing, reason }) => [listing.slug, reason]),
    );
    for (const row of rows) expect(row.attribution).toContain("CC BY 4.0, retrieved 2026-08-21");
  });

  test("a name that a spreadsheet would run as a formula is only text", async () => {
    const { slug } = answer.entries[0]!.members[0]!;
    const { name } = await db.listing.findUniqueOrThrow({ where: { slug }, select: { name: true } });
    for (const hostile of ['=HYPERLINK("http://evil")', "+1", "-1", "@SUM(A1)"]) {
      await db.listing.update({ where: { slug }, data: { name: hostile } });
      const rows = parse<Record<string, string>>(await (await getNewest("?format=csv")).text(), { columns: true });
      expect(rows[0]?.name).toBe(`'${hostile}`);
    }
    await db.listing.update({ where: { slug }, data: { name } });
  });

  test("the editions are a line each", async () => {
    const rows = parse<Record<string, string>>(await (await index.GET(ask("?format=csv"), given(AREA))).text(), {
      columns: true,
    });
    expect(rows).toMatchObject([
      {
        edition: "1",
        checksum: answer.edition.checksum,
        rankedCount: `${FIRST_EDITION.programs}`,
        memberCount: `${FIRST_EDITION.addresses}`,
      },
    ]);
  });
});

test("the index leads to every URL that the OpenAPI document has without a parameter", async () => {
  const { paths } = (await (await openapi.GET(ask(), undefined)).json()) as { paths: Record<string, object> };
  const { links } = (await (await indexOfAll.GET(ask(), undefined)).json()) as { links: { url: string }[] };
  const named = links.map(({ url }) => new URL(url).pathname);
  const plain = Object.keys(paths).filter((path) => !path.includes("{") && path !== "/api/v1");
  expect(plain.filter((path) => !named.includes(path))).toEqual([]);
});

test("every answer names its sources as they ask to be named", () => {
  const attributions = answer.about.sources.map(({ attribution }) => attribution);
  expect(attributions).toContain(
    "Contains data from the California Department of Health Care Services, SUD Recovery Treatment Facilities, California Open Data Portal, CC BY 4.0, retrieved 2026-08-21.",
  );
});

async function validatorOf(name: string) {
  const document = (await (await openapi.GET(ask(), undefined)).json()) as object;
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  ajv.addSchema(document, "openapi");
  return ajv.getSchema(`openapi#/components/schemas/${name}`)!;
}
