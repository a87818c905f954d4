// Who decided about a place that an edition changes leaves it to a colleague, or says why where there is none.
import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { EditionFacts } from "@/components/rankings/edition/facts";
import RankingsPage from "@/app/admin/rankings/page";
import { getListing } from "@/lib/listings/admin-queries";
import { checkFact, saveListing } from "@/lib/listings/mutations";
import { listingSchema } from "@/lib/listings/schema";
import { findPublishing, listDecisionsIn } from "@/lib/rankings/admin-queries";
import { publishEditionAction } from "@/lib/rankings/actions";
import { getNewestEdition, getNewestNumber, listEditionHeads } from "@/lib/rankings/queries";
import { db } from "@/lib/server/db";
import { type Locale } from "@/lib/shared/i18n";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { night, twoRanked, waiting } from "../support/proposed-edition";
import { drawStaffPage } from "../support/staff-pages";
import { browser, formOf } from "../support/staff-request";
import { as, idOf, type Person } from "../support/two-staff-members";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

const ranked = twoRanked();
const sessionOf = (person: Person) => staffSession({ staffId: idOf.get(person)! });
const PUBLISHED = { redirect: "/admin/rankings?done=edition_published" };
const REASON = "The second editor left, and the place closed yesterday.";

beforeEach(async () => {
  browser.headers.delete("accept-language");
  await db.staffMember.update({ where: { id: idOf.get("second")! }, data: { role: "editor" }, select: { id: true } });
});

async function closeAs(person: Person, id: string) {
  const { version, values } = (await getListing(sessionOf(person), id))!;
  const closing = { closedOn: "2026-11-20", closedReason: "Its door is locked." };
  await saveListing(sessionOf(person), listingSchema.parse({ id, version, ...values, ...closing }));
}
const propose = async () => {
  await night();
  return (await waiting())!.changes;
};
const publish = (person: Person, checksum: string, typed: Record<string, string> = {}) =>
  as(person, () => publishEditionAction(null, formOf({ checksum, ...typed })));
const publishingOf = async (person: Person) => findPublishing(sessionOf(person), (await waiting())!.changes);

test("a member's decision about a place that it changes is shown with it; about another place or from before, not", async () => {
  await checkFact(sessionOf("author"), {
    id: ranked.first.id,
    attribute: "SMAT",
    value: "yes",
    evidence: "Seen",
    asOf: "2026-11-20",
  });
  await closeAs("author", ranked.first.id);
  const changes = await propose();
  const decisions = await listDecisionsIn(sessionOf("second"), changes);
  expect(decisions.map(({ action, listing }) => [action, listing.id])).toEqual([
    ["listing.edited", ranked.first.id],
    ["listing.fact_checked", ranked.first.id],
  ]);
  await publish("second", changes.checksum.to);
  await closeAs("second", ranked.second.id);
  const next = await listDecisionsIn(sessionOf("author"), await propose());
  expect(next.map(({ listing }) => listing.id)).toEqual([ranked.second.id]);
});

describe("who decided", () => {
  test("leaves it to a colleague, who publishes it without a word", async () => {
    await closeAs("author", ranked.first.id);
    const { checksum } = await propose();
    expect([await publishingOf("author"), await publishingOf("second")]).toEqual(["others", "free"]);
    const number = await getNewestNumber();
    for (const aloneReason of ["", REASON])
      expect(await publish("author", checksum.to, { aloneReason })).toMatchObject({
        redirect: "/admin/rankings?done=left_to_others",
      });
    expect([await getNewestNumber(), (await waiting())?.changes.checksum.to]).toEqual([number, checksum.to]);
    expect(await publish("second", checksum.to, { aloneReason: "Not needed" })).toEqual(PUBLISHED);
    expect((await getNewestEdition())?.alone).toBeNull();
  });

  test("publishes it where everybody did, with a reason that the audit and the edition keep", async () => {
    await closeAs("author", ranked.first.id);
    await closeAs("second", ranked.second.id);
    const { checksum } = await propose();
    expect(await publishingOf("author")).toBe("alone");
    const number = await getNewestNumber();
    for (const [aloneReason, error] of [
      ["", "aloneReasonMissing"],
      [" \n", "aloneReasonMissing"],
      ["x".repeat(1001), "tooLong"],
    ] as const)
      expect(await publish("author", checksum.to, { aloneReason })).toMatchObject({
        answer: { status: "invalid", fieldErrors: { aloneReason: error }, values: { aloneReason } },
      });
    expect(await getNewestNumber()).toBe(number);
    const pressed = { aloneReason: REASON, locale: "en" };
    expect(
      await Promise.all([publish("author", checksum.to, pressed), publish("author", checksum.to, pressed)]),
    ).toEqual([PUBLISHED, PUBLISHED]);
    const [head] = await listEditionHeads();
    expect(head).toMatchObject({ number: number + 1, alone: { reason: REASON, locale: "en" } });
    const html = renderToStaticMarkup(<EditionFacts locale="es" edition={head!} />);
    expect(html).toContain(`<span lang="en">${REASON}</span>`);
    const { after } = await db.auditEvent.findFirstOrThrow({
      where: { action: "ranking_edition.published" },
      orderBy: [{ at: "desc" }, { id: "desc" }],
    });
    expect(after).toMatchObject({ aloneReason: REASON });
  });

  test("also where no colleague has signed in for a month", async () => {
    await closeAs("author", ranked.first.id);
    const changes = await propose();
    const inDays = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000);
    const publishing = (days: number) => findPublishing(sessionOf("author"), changes, db, inDays(days));
    expect([await publishing(29), await publishing(31)]).toEqual(["others", "alone"]);
  });

  test("also where a colleague may not publish", async () => {
    await closeAs("author", ranked.first.id);
    await propose();
    await db.staffMember.update({
      where: { id: idOf.get("second")! },
      data: { role: "outreach" },
      select: { id: true },
    });
    expect(await publishingOf("author")).toBe("alone");
  });

  test("a reason needs its language and is never empty, in the database too", async () => {
    const method = await db.rankingMethod.findFirstOrThrow({ select: { id: true } });
    const head = { methodId: method.id, area: "Los Angeles", inputsChecksum: "x", prior: 0.5 };
    for (const alone of [
      { aloneReason: "", aloneReasonLocale: "en" },
      { aloneReason: "Words" },
      { aloneReasonLocale: "en" },
    ])
      await expect(
        db.rankingEdition.create({ data: { ...head, number: 9999, ...alone }, select: { id: true } }),
      ).rejects.toThrow("RankingEdition_alone_reason");
  });
});

describe("the page", () => {
  const page = (person: Person, locale: Locale) => drawStaffPage(person, RankingsPage, locale);

  test("names the decisions, kinds and bands, and offers the button to whoever may press it", async () => {
    await closeAs("author", ranked.first.id);
    const { leaves } = await propose();
    const theirs = await page("second", "en");
    expect(theirs).toContain("Decisions of the team");
    expect(theirs).toContain(`Residential, ${["Top", "Second", "Third", "Last"][leaves[0]!.from.band - 1]} quarter`);
    expect(theirs).toContain("Publish this edition");
    expect(theirs).not.toContain("Why one person publishes it");
    const own = await page("author", "es");
    expect(own).toContain("Otra persona del equipo tiene que revisarla y publicarla.");
    expect(own).not.toContain("Publicar esta edición");
    await closeAs("second", ranked.second.id);
    await propose();
    expect(await page("author", "en")).toContain("Why one person publishes it");
    expect(await page("author", "es")).toContain('name="locale" value="es"');
  });
});
