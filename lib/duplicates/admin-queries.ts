import "server-only";
import { presenceOf } from "@/lib/facts/presence";
import { db } from "@/lib/server/db";
import { toIsoDate } from "@/lib/shared/dates";
import { milesBetween } from "@/lib/shared/geo";
import type { StaffSession } from "@/lib/staff/types";
import { signsOf } from "./evidence";
import { keptOf, recordsOf } from "./queries";
import { isOpenQuestion, sideSelect, type SideRow } from "./select";
import type { DuplicateSide, DuplicateProposal } from "./types";
import { pageCountOf } from "@/lib/shared/page-count";

const PAGE_SIZE = 10;

/** A page of the questions that are open, the oldest first. */
export async function listDuplicates(
  _staff: StaffSession,
  wanted: number,
): Promise<{ proposals: DuplicateProposal[]; total: number; page: number; pages: number }> {
  const total = await db.duplicateProposal.count({ where: isOpenQuestion });
  const pages = pageCountOf(total, PAGE_SIZE);
  const page = Math.min(wanted, pages);
  const side = {
    select: {
      ...sideSelect,
      factSheets: {
        where: { source: "samhsa" },
        select: { asOf: true, asOfPrecision: true },
        orderBy: { asOf: "desc" },
      },
    },
  } as const;
  const rows = await db.duplicateProposal.findMany({
    where: isOpenQuestion,
    orderBy: [{ createdAt: "asc" }, { former: { slug: "asc" } }, { later: { slug: "asc" } }],
    skip: (page - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
    select: { id: true, former: side, later: side },
  });
  const ids = rows.flatMap(({ former, later }) => [former.id, later.id]);
  const records = ids.length > 0 ? await recordsOf(db, ids) : new Map<string, never>();
  const proposals = rows.map(({ id, former, later }): DuplicateProposal => {
    const choice = keptOf([former, later], records);
    return {
      id,
      former: toSide(former),
      later: toSide(later),
      signs: signsOf(former, later),
      ...distance(former, later),
      keptSlug: choice?.kept.slug ?? "",
      isBlocked: choice === null,
      leavesWork: choice !== null && (records.get(choice.folded.id)?.work ?? false),
    };
  });
  return { proposals, total, page, pages };
}

/** How many wait for somebody to say. */
export function countDuplicates(_staff: StaffSession): Promise<number> {
  return db.duplicateProposal.count({ where: isOpenQuestion });
}

type Named = SideRow & { factSheets: { asOf: Date; asOfPrecision: "day" | "year" }[] };

function toSide(row: Named): DuplicateSide {
  const { id, slug, name, unit, street, street2, city, state, zip, phone, phoneExtension } = row;
  const namedIn = row.factSheets.map(({ asOf, asOfPrecision }) => {
    return asOfPrecision === "year" ? toIsoDate(asOf).slice(0, 4) : toIsoDate(asOf);
  });
  const place = { id, slug, name, presence: presenceOf(row), unit, street, street2, city, state, zip };
  return { ...place, phone, phoneExtension, namedIn };
}

function distance(one: SideRow, other: SideRow): Pick<DuplicateProposal, "miles" | "isApproximate"> {
  const [from, to] = [positionOf(one), positionOf(other)];
  const isApproximate = [one, other].some(({ positionSource }) => positionSource === "zip_centroid");
  return { miles: from && to && milesBetween(from, to), isApproximate };
}

function positionOf({ latitude, longitude }: SideRow) {
  return latitude !== null && longitude !== null ? { latitude, longitude } : null;
}
