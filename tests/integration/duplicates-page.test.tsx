import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import DuplicatesPage from "@/app/admin/duplicates/page";
import { decideDuplicateAction } from "@/lib/duplicates/actions";
import { db } from "@/lib/server/db";
import { type Locale } from "@/lib/shared/i18n";
import { testDatabase } from "../support/database";
import { federalFile, importLocally } from "../support/import-files";
import { drawStaffPage } from "../support/staff-pages";
import { browser, formOf, revalidated } from "../support/staff-request";
import { as, signInTwo } from "../support/two-staff-members";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

const old = { name1: "Mobile Program", name2: "Women", street1: "180 Old Street", phone: "213-555-0180 x2" };

beforeAll(async () => {
  await signInTwo();
  const moved = { street1: "900 New Boulevard", zip: "90026" };
  const other = { name1: "Elm House", street1: "7 Elm Street", phone: "213-555-0122" };
  await importLocally("samhsa", "2023", federalFile({}, old, other));
  await importLocally("samhsa", "2024", federalFile({}, { ...old, ...moved }, { ...other, ...moved }));
});

beforeEach(() => browser.headers.delete("accept-language"));

const page = (locale: Locale) => drawStaffPage("second", DuplicatesPage, locale);

async function proposalId(): Promise<string> {
  const where = { former: { name: "Mobile Program" } };
  return (await db.duplicateProposal.findFirstOrThrow({ where, select: { id: true } })).id;
}

test("the queue shows both listings side by side, what they share, how far apart they are, and what would stay", async () => {
  const html = await page("en");
  for (const words of [
    "2 pairs to decide.",
    "same phone; same name; same program; about ",
    "180 Old Street, Los Angeles, CA 90012",
    "900 New Boulevard, Los Angeles, CA 90026",
    "tel:+12135550180",
    "the page “mobile-program-women-los-angeles” stays",
  ])
    expect(html).toContain(words);
  expect(html).toMatch(/Directories as of<\/dt><dd[^>]*>2022.*Directories as of<\/dt><dd[^>]*>2023/);
});

test("it speaks Spanish too", async () => {
  const html = await page("es");
  for (const words of ["2 pares por decidir.", "mismo teléfono; mismo nombre; mismo programa", "Es el mismo lugar"])
    expect(html).toContain(words);
});

test("it needs no script: a form for each pair, with a note and a button for each answer", async () => {
  const html = await page("en");
  expect(html).toMatch(/<button(?=[^>]*name="verdict")[^>]*value="same"/);
  expect(html).toMatch(/<button(?=[^>]*name="verdict")[^>]*value="different"/);
  expect(html).toMatch(/<textarea[^>]*name="note"/);
  expect(html.match(/<form/g)).toHaveLength(2);
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test("a decision without a reason is refused and changes nothing", async () => {
  const id = await proposalId();
  const sent = await as("second", () => decideDuplicateAction(null, formOf({ id, verdict: "same", note: "  " })));
  expect(sent).toMatchObject({ answer: { status: "invalid", fieldErrors: { note: "noteMissing" }, values: { id } } });
  expect(await db.duplicateDecision.count()).toBe(0);
});

test("a decision is taken, remakes both pages, and leads back to the queue", async () => {
  const id = await proposalId();
  const decide = () => decideDuplicateAction(null, formOf({ id, verdict: "same", note: "Called them." }));
  expect(await as("second", decide)).toEqual({ redirect: "/admin/duplicates?done=saved" });
  expect(revalidated).toEqual(
    expect.arrayContaining(
      ["", "-900"].map((end) => expect.stringContaining(`/listings/mobile-program-women-los-angeles${end}`) as string),
    ),
  );
  expect(await page("en")).toContain("1 pair to decide.");
});
