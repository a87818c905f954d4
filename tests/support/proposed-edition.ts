// What the tests of the edition that waits share: places that are ranked, and the worker's night.
import { findProposedEdition } from "@/lib/rankings/admin-queries";
import { rankingTasks } from "@/lib/rankings/jobs";
import { db } from "@/lib/server/db";
import { fromIsoDate } from "@/lib/shared/dates";
import { staffSession } from "./actors";
import { newLicense } from "./license";
import { unique } from "./unique";

/** The county that they are in. */
export const AREA = "Los Angeles";
export const MODEST = "BUM BU ACC CMHA DAUT JC WN CBT ORT SHG GCO CM MD PA SP".split(" ");
export const RICH = [...MODEST, ..."NU MM NOE MHPA HCT CO TRC CMI MOTI OIT DP PEER FCO CCC TA".split(" ")];

/** A licensed place that the next edition ranks. */
export async function newRanked(yes: string[]): Promise<{ id: string; slug: string }> {
  const slug = `ranked-${unique()}`;
  const survey = { source: "samhsa", asOf: fromIsoDate("2023-01-01"), asOfPrecision: "year" } as const;
  const address = { street: "1 Main St", city: "Los Angeles", state: "CA", zip: "90012", county: AREA } as const;
  const { id } = await db.listing.create({
    data: {
      slug,
      name: slug,
      status: "published",
      kind: "residential",
      ...address,
      factSheets: { create: { ...survey, yes, no: [] } },
      licenseMatches: {
        create: { licenseId: await newLicense(slug), basis: "own_address", agreement: ["name"], certainty: "certain" },
      },
    },
    select: { id: true },
  });
  return { id, slug };
}

export const close = (id: string, on = "2026-01-01") =>
  db.listing.update({
    where: { id },
    data: { closedOn: fromIsoDate(on), closedReason: "Its owner closed it" },
    select: { id: true },
  });
export const reopen = (id: string) =>
  db.listing.update({ where: { id }, data: { closedOn: null, closedReason: null }, select: { id: true } });
export const night = () => rankingTasks.judgeAnew!({}, { number: 1, isLast: false });
export const waiting = () => findProposedEdition(staffSession());
