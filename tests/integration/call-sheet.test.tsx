// A call sheet over the real places: who is not ranked carries the reason in words.
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CallSheetPlace } from "@/components/choices/call-sheet-place";
import { parsePlaces } from "@/lib/choices/addresses";
import { findChoice } from "@/lib/choices/queries";
import { GATE_REASONS, type GateReason } from "@/lib/rankings/gates";
import { publishEdition } from "@/lib/rankings/mutations";
import { getNewestEdition, getStanding } from "@/lib/rankings/queries";
import { db } from "@/lib/server/db";
import { fromIsoDate } from "@/lib/shared/dates";
import { messagesOf, type Locale } from "@/lib/shared/i18n";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

async function sheetOf(locale: Locale, slug: string): Promise<string> {
  const { places } = await findChoice(parsePlaces({ place: slug }), 1);
  const [place] = places;
  if (!place) throw new Error("no place");
  const standing = await getStanding(place.id);
  return renderToStaticMarkup(<CallSheetPlace locale={locale} place={place} standing={standing} />);
}

/** A place that the newest edition excludes for the reason, or ranks. */
async function placeThat(reason: GateReason | null): Promise<string> {
  const edition = await getNewestEdition();
  const found = reason ? edition?.exclusions.find((each) => each.reason === reason) : edition?.entries[0];
  if (!found) throw new Error(`no place: ${reason}`);
  return found.listing.slug;
}

describe.each(["en", "es"] as const)("on a call sheet (%s)", (locale) => {
  const words = { en: "Not ranked: ", es: "No clasificado: " }[locale];
  const { reasons } = messagesOf(locale).rankings.excluded;

  test("a place that is ranked carries no warning", async () => {
    expect(await sheetOf(locale, await placeThat(null))).not.toContain(words);
  });

  test("a place that is not ranked carries the reason in words, whatever it is", async () => {
    const slug = await placeThat(null);
    await db.listing.update({
      where: { slug },
      data: { closedOn: fromIsoDate("2026-08-01"), closedReason: "It moved away." },
      select: { id: true },
    });
    await publishEdition({ area: "Los Angeles", judgedOn: "2026-08-21" });
    const edition = await getNewestEdition();
    const there = GATE_REASONS.filter((reason) => edition?.exclusions.some((each) => each.reason === reason));
    expect(there).toEqual(expect.arrayContaining(["license_expired", "no_current_authorization", "closed"]));
    for (const reason of there) {
      const html = await sheetOf(locale, await placeThat(reason));
      expect(html).toContain(`${words}${reasons[reason].title}`);
      expect(html).toContain(reasons[reason].text);
    }
    expect(await sheetOf(locale, slug)).toContain("It moved away.");
  });
});
