import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test } from "vitest";
import { Exclusions } from "@/components/rankings/exclusions";
import { WhyGates } from "@/components/rankings/why/gates";
import { system } from "@/lib/audit/actor";
import { publishFirstMethod } from "@/lib/methods/mutations";
import { verifyEdition } from "@/lib/rankings/jobs";
import { publishEdition } from "@/lib/rankings/mutations";
import { getEdition, getStanding } from "@/lib/rankings/queries";
import { db } from "@/lib/server/db";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { testDatabase } from "../support/database";
import { federalFile, importLocally } from "../support/import-files";

testDatabase();

const codes = "SA * OP OIT ORT * BUM BU NU MM NOE OTP * ACC CMHA DAUT JC WN CBT SHG GCO CM MD PA SP";
const harbor = { service_code_info: codes };
const elm = { ...harbor, name1: "Elm House", street1: "7 Elm Street", phone: "213-555-0122" };
const rank = () => publishEdition(system("rank"), { area: "Los Angeles", judgedOn: "2026-08-21" });
const edition = async (number: number) => {
  const found = await getEdition(number);
  if (!found) throw new Error(`There is no edition ${number}.`);
  return found;
};
const slugsOf = (places: readonly { listing: { slug: string } }[]) =>
  places.map(({ listing }) => listing.slug).toSorted();

beforeAll(async () => {
  await publishFirstMethod(system("seed"), METHOD_V1, { en: "First.", es: "Primero." });
  await importLocally("samhsa", "2023", federalFile(harbor, elm));
  await rank();
  await importLocally("samhsa", "2024", federalFile(harbor), { confirm: true });
  await rank();
});

test("a place that the newest directory leaves out stays listed, and is ranked no more, with that reason", async () => {
  expect(await db.listing.count({ where: { status: "published" } })).toBe(2);
  const { entries, exclusions } = await edition(2);
  expect(slugsOf(entries)).toEqual(["harbor-clinic-los-angeles"]);
  expect(exclusions).toMatchObject([
    { listing: { slug: "elm-house-los-angeles" }, reason: "not_in_newest_directory", detail: "2023" },
  ]);
  const html = (locale: "en" | "es") => renderToStaticMarkup(<Exclusions locale={locale} exclusions={exclusions} />);
  expect(html("en")).toMatch(/Not in the newest directory.*Elm House.*newest directory: 2023/);
  expect(html("es")).toMatch(/No figura en el directorio más reciente.*Elm House.*directorio más reciente: 2023/);
});

test("its page says what would let it be ranked", async () => {
  const { id } = await db.listing.findUniqueOrThrow({ where: { slug: "elm-house-los-angeles" }, select: { id: true } });
  const standing = await getStanding(id);
  if (standing?.status !== "excluded") throw new Error("It is ranked.");
  const words = renderToStaticMarkup(<WhyGates locale="en" standing={standing} slug="elm-house-los-angeles" />);
  expect(words).toContain("the newest, as of 2023, does not");
});

test("the edition from before keeps it, and both come out again to the last digit", async () => {
  expect(slugsOf((await edition(1)).entries)).toEqual(["elm-house-los-angeles", "harbor-clinic-los-angeles"]);
  for (const number of [1, 2]) expect(await verifyEdition(number)).toMatchObject({ differences: [] });
});

test("it is ranked again when a newer directory names it", async () => {
  await importLocally("samhsa", "2025", federalFile(harbor, elm));
  await rank();
  expect(slugsOf((await edition(3)).entries)).toEqual(["elm-house-los-angeles", "harbor-clinic-los-angeles"]);
});
