// A ranking is frozen, licenses are not: what its pages say once a license that it counts has ended.
import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, describe, expect, test } from "vitest";
import { EditionList } from "@/components/rankings/edition/list";
import { Mine } from "@/components/rankings/mine/mine";
import { StandingCard } from "@/components/rankings/standing/card";
import { Why } from "@/components/rankings/why/why";
import { isOwnLicense } from "@/lib/facts/select";
import { getMethod } from "@/lib/methods/queries";
import { partOf } from "@/lib/rankings/list-pages";
import { listPath } from "@/lib/rankings/paths";
import { getNewestEdition, getStanding } from "@/lib/rankings/queries";
import { db } from "@/lib/server/db";
import { formatDay, fromIsoDate, today } from "@/lib/shared/dates";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

const day = (fromToday: number) =>
  new Date(fromIsoDate(today()).getTime() + fromToday * 86_400_000).toISOString().slice(0, 10);
const MARK = { en: "Its license, as last recorded, ended on", es: "Su licencia, según lo último registrado, terminó" };

let place: { id: string; slug: string };
let licenseId: string;

beforeAll(async () => {
  // Every license in force, so that one alone can end.
  await db.license.updateMany({ data: { expiresOn: fromIsoDate(day(400)), isLicensed: true } });
  const members = await db.rankingMember.findMany({
    where: { entry: { members: { every: { place: 1 } } } },
    orderBy: { entry: { position: "asc" } },
    select: {
      listing: {
        select: { id: true, slug: true, licenseMatches: { where: isOwnLicense, select: { licenseId: true } } },
      },
    },
  });
  for (const { listing } of members) {
    const [match, second] = listing.licenseMatches;
    if (!match || second || (await standingOf(listing.id)).change.authorizedUntil === null) continue;
    place = listing;
    licenseId = match.licenseId;
    return;
  }
});

async function standingOf(id: string) {
  const standing = await getStanding(id);
  if (standing?.status !== "ranked") throw new Error("not ranked");
  return standing;
}

async function record(license: { expiresOn: string | null; isLicensed?: boolean }): Promise<void> {
  const { expiresOn, isLicensed = true } = license;
  await db.license.update({
    where: { id: licenseId },
    data: { expiresOn: expiresOn === null ? null : fromIsoDate(expiresOn), isLicensed, isCertified: false },
  });
}

async function pagesIn(locale: "en" | "es") {
  const [edition, standing] = [await getNewestEdition(), await standingOf(place.id)];
  if (!edition) throw new Error("no edition");
  const { entries } = edition;
  const whole = { part: partOf(entries, 1, entries.length)!, title: "All", back: { path: "/", words: "Back" } };
  const list = renderToStaticMarkup(
    <EditionList locale={locale} edition={edition} moves={null} pathOf={listPath} {...whole} />,
  );
  const method = await getMethod(edition.methodVersion);
  if (!method) throw new Error("no method");
  return {
    list,
    mine: renderToStaticMarkup(<Mine locale={locale} method={method.definition} edition={edition} withdrawn={[]} />),
    own: list.split("<li").find((item) => item.includes(`/listings/${place.slug}"`)) ?? "",
    why: renderToStaticMarkup(
      <>
        <StandingCard locale={locale} standing={standing} />
        <Why locale={locale} standing={standing} slug={place.slug} />
      </>,
    ),
  };
}

describe.each(["en", "es"] as const)("a place that an edition ranks (%s)", (locale) => {
  const within = { en: "runs until", es: "llega hasta el" }[locale];
  const over = { en: "That day is over", es: "Ese día ya pasó" }[locale];

  test("is not marked while its license is in force, and its last day is the one recorded by now", async () => {
    await record({ expiresOn: day(0) });
    const { list, why } = await pagesIn(locale);
    expect(list).not.toContain(MARK[locale]);
    expect(why).not.toContain(MARK[locale]);
    expect(why).toContain(`${within} ${formatDay(locale, day(0))}`);
  });

  test("is marked in words once its license has ended, and what would take it off speaks of the next edition", async () => {
    await record({ expiresOn: day(-1) });
    const { list, own, mine, why } = await pagesIn(locale);
    const line = { en: "license, as last recorded, ended on", es: "licencia, según lo último registrado, terminó el" };
    expect(mine.split(`${line[locale]} ${formatDay(locale, day(-1))}`)).toHaveLength(2);
    expect(list.split(MARK[locale])).toHaveLength(2);
    expect(own).toContain(MARK[locale]);
    expect(own).toContain(formatDay(locale, day(-1)));
    expect(why).toContain(MARK[locale]);
    expect(why).toContain(over);
    expect(why).not.toContain(within);
  });

  test("is marked no more when a renewal is recorded", async () => {
    await record({ expiresOn: day(700) });
    const { list, why } = await pagesIn(locale);
    expect(list).not.toContain(MARK[locale]);
    expect(why).toContain(`${within} ${formatDay(locale, day(700))}`);
    await record({ expiresOn: null });
    expect((await pagesIn(locale)).why).not.toContain(within);
  });

  test("whose license was withdrawn before its end is said to have none on record", async () => {
    await record({ expiresOn: day(300), isLicensed: false });
    const { why } = await pagesIn(locale);
    expect(why).not.toContain(within);
    expect(why).toContain({ en: "no longer on record", es: "ya no está registrada" }[locale]);
  });
});

test("the edition itself stays as it was computed", async () => {
  await record({ expiresOn: day(-1) });
  const before = await db.rankingEntry.findMany({ orderBy: { position: "asc" } });
  await pagesIn("en");
  expect(await db.rankingEntry.findMany({ orderBy: { position: "asc" } })).toEqual(before);
});
