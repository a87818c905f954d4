import "server-only";
import { signsOf, type Sign } from "@/lib/duplicates/evidence";
import { PRESENCE_COLUMNS } from "@/lib/facts/presence";
import { TITLE_COLUMNS } from "@/lib/facts/listing-title";
import type { NewListingInput } from "@/lib/listings/schema";
import type { Db } from "@/lib/server/db";
import { alikeNamesSql, alikeSql } from "./sought-words-sql";
import type { AlikeListing } from "./types";

/** More are no help to whoever reads them. */
const MAX_SHOWN = 10;
const MAX_NAMES = 20;
const MAX_NEAR = 2_000;
const NAME_LIKENESS = 0.6;
/** A ZIP code, a program or one word say nothing alone. */
const TELLING: readonly Sign[] = ["phone", "name", "door", "house"];

/** The listings, of every status, that a new one resembles: by phone, by address, or by a name like it. */
export async function findAlike(tx: Db, input: NewListingInput): Promise<AlikeListing[]> {
  const { name, phone, zip } = input;
  await tx.$queryRaw(alikeSql(NAME_LIKENESS));
  const named = (await tx.$queryRaw<{ id: string }[]>(alikeNamesSql(name, MAX_NAMES))).map(({ id }) => id);
  const rows = await tx.listing.findMany({
    where: { OR: [{ id: { in: named } }, { zip }, ...(phone ? [{ phone }, { intakePhones: { has: phone } }] : [])] },
    select: { id: true, intakePhones: true, ...TITLE_COLUMNS, ...PRESENCE_COLUMNS },
    orderBy: { id: "asc" },
    take: MAX_NEAR,
  });
  return rows
    .map(({ intakePhones, closedOn: _closedOn, ...row }): AlikeListing => {
      const signs = signsOf({ ...input, intakePhones: [] }, { ...row, intakePhones });
      const isAlike = named.includes(row.id) && !signs.includes("name");
      return { ...row, signs: isAlike ? [...signs, "alike"] : signs };
    })
    .filter(({ signs }) => signs.some((sign) => sign === "alike" || TELLING.includes(sign)))
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, MAX_SHOWN);
}

function weightOf({ signs }: AlikeListing): number {
  return 10 * signs.filter((sign) => sign !== "alike" && TELLING.includes(sign)).length + signs.length;
}
