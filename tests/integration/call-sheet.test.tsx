// A call sheet over the real places: who is not ranked carries the reason in words.
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { system } from "@/lib/audit/actor";
import { CallSheetListing } from "@/components/choices/call-sheet-listing";
import { parseListingSlugs } from "@/lib/choices/paths";
import { findChoice } from "@/lib/choices/queries";
import { GATE_REASONS, type GateReason } from "@/lib/rankings/gates";
import { publishEdition } from "@/lib/rankings/mutations";
import { getNewestEdition, getStanding } from "@/lib/rankings/queries";
import type { Edition } from "@/lib/rankings/types";
import { NO_FILTERS } from "@/lib/search/filters";
import { db } from "@/lib/server/db";
import { fromIsoDate } from "@/lib/shared/dates";
import { messagesOf, type Locale } from "@/lib/shared/i18n";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

let edition: Edition;
/** Ranked until it closed. */
let closed = "";

beforeAll(async () => {
  closed = placeThat(null, await newestEdition());
  await db.listing.update({
    where: { slug: closed },
    data: { closedOn: fromIsoDate("2026-08-01"), closedReason: "It moved away." },
    select: { id: true },
  });
  await publishEdition(system("rank"), { area: "Los Angeles", judgedOn: "2026-08-21" });
  edition = await newestEdition();
});

async function newestEdition(): Promise<Edition> {
  const newest = await getNewestEdition();
  if (!newest) throw new Error("no edition");
  return newest;
}

/** A place that the edition excludes for the reason, or ranks. */
function placeThat(reason: GateReason | null, { entries, exclusions }: Edition): string {
  const found = reason ? exclusions.find((each) => each.reason === reason) : entries[0];
  if (!found) throw new Error(`no place: ${reason}`);
  return found.listing.slug;
}

async function sheetOf(locale: Locale, slug: string): Promise<string> {
  const { places } = await findChoice(parseListingSlugs({ place: slug }), 1);
  const [place] = places;
  if (!place) throw new Error("no place");
  const standing = await getStanding(place.id);
  return renderToStaticMarkup(
    <CallSheetListing locale={locale} place={place} asked={NO_FILTERS} standing={standing} />,
  );
}

describe.each(["en", "es"] as const)("on a call sheet (%s)", (locale) => {
  const words = { en: "Not ranked: ", es: "No clasificado: " }[locale];
  const { reasons } = messagesOf(locale).rankings.excluded;

  test("a place that is ranked carries no warning", async () => {
    expect(await sheetOf(locale, placeThat(null, edition))).not.toContain(words);
  });

  test("a place that is not ranked carries the reason in words, whatever it is", async () => {
    const there = GATE_REASONS.filter((reason) => edition.exclusions.some((each) => each.reason === reason));
    expect(there).toEqual(expect.arrayContaining(["license_expired", "no_current_authorization", "closed"]));
    const sheets = there.map(async (reason) => ({ reason, html: await sheetOf(locale, placeThat(reason, edition)) }));
    for (const { reason, html } of await Promise.all(sheets)) {
      expect(html).toContain(`${words}${reasons[reason].title}`);
      expect(html).toContain(reasons[reason].text);
    }
    expect(await sheetOf(locale, closed)).toContain("It moved away.");
  });
});
