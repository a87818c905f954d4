// What the tests of the edition that waits share: places that are ranked, and the worker's night.
import { beforeAll, beforeEach } from "vitest";
import { system } from "@/lib/audit/actor";
import { publishFirstMethod } from "@/lib/methods/mutations";
import { findProposedEdition } from "@/lib/rankings/admin-queries";
import { rankingTasks } from "@/lib/rankings/jobs";
import { publishEdition } from "@/lib/rankings/mutations";
import { db } from "@/lib/server/db";
import { fromIsoDate } from "@/lib/shared/dates";
import { METHOD_V1 } from "@/prisma/seed/method-v1";
import { staffSession } from "./actors";
import { newLicense } from "./license";
import { signInTwo } from "./two-staff-members";
import { unique } from "./unique";

/** The county that they are in. */
export const AREA = "Los Angeles";
export const MODEST = "BUM BU ACC CMHA DAUT JC WN CBT ORT SHG GCO CM MD PA SP".split(" ");
const RICH = [...MODEST, ..."NU MM NOE MHPA HCT CO TRC CMI MOTI OIT DP PEER FCO CCC TA".split(" ")];

interface Ranked {
  id: string;
  slug: string;
}

/** A licensed place that the next edition ranks. */
export async function newRanked(yes: string[]): Promise<Ranked> {
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

/**
 * For all tests of a file: two members of the staff, the first method, and before each test two places that are ranked in
 * the newest edition, while nothing waits.
 */
export function twoRanked(): { first: Ranked; second: Ranked } {
  const none = { id: "", slug: "" };
  const pair = { first: none, second: none };
  beforeAll(async () => {
    await signInTwo();
    await publishFirstMethod(system("seed"), METHOD_V1, { en: "First.", es: "Primero." });
  });
  beforeEach(async () => {
    Object.assign(pair, { first: await newRanked(RICH), second: await newRanked(MODEST) });
    await publishEdition(system("rank"), { area: AREA });
  });
  return pair;
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
