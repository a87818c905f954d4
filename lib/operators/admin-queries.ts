import "server-only";
import { TITLE_COLUMNS } from "@/lib/facts/listing-title";
import { PRESENCE_COLUMNS, withPresence } from "@/lib/facts/presence";
import { db, type Prisma } from "@/lib/server/db";
import { literalInLike } from "@/lib/shared/like";
import { z } from "@/lib/shared/zod";
import { nameWords } from "@/lib/sources/names";
import type { StaffSession } from "@/lib/staff/types";
import { operatorKey } from "./operator-key";
import type { OperatorTable, OperatorValues } from "./schema";
import type { EditedOperator, OperatorForEditor, OperatorRow, OtherOperator } from "./types";
import { pageCountOf } from "@/lib/shared/page-count";

/** Rows on one page of the table: one or two screens. */
const PAGE_SIZE = 50;
/** Names to choose from, when staff look for another operator. */
const MAX_FOUND = 10;

export const operatorSelect = {
  id: true,
  slug: true,
  version: true,
  name: true,
  legalEntities: true,
  staffFields: true,
} as const satisfies Prisma.OperatorSelect;

/** A listing, as staff say who runs it. */
export const runSelect = {
  id: true,
  slug: true,
  name: true,
  ...PRESENCE_COLUMNS,
  state: true,
  staffFields: true,
  operatorId: true,
  operator: { select: { slug: true } },
} as const satisfies Prisma.ListingSelect;

const otherSelect = {
  ...operatorSelect,
  _count: { select: { listings: true } },
} as const satisfies Prisma.OperatorSelect;

type OtherRow = Prisma.OperatorGetPayload<{ select: typeof otherSelect }>;

/** One page of the table, and how many operators the search finds; a page past the end shows the last. */
export async function listOperators(
  _staff: StaffSession,
  { q, page }: OperatorTable,
): Promise<{ rows: OperatorRow[]; total: number; pages: number; page: number }> {
  const where = q ? { OR: matching(q) } : {};
  const total = await db.operator.count({ where });
  const pages = pageCountOf(total, PAGE_SIZE);
  const shown = Math.min(page, pages);
  const rows = await db.operator.findMany({
    where,
    select: otherSelect,
    orderBy: [{ name: "asc" }, { slug: "asc" }],
    skip: (shown - 1) * PAGE_SIZE,
    take: PAGE_SIZE,
  });
  return { rows: rows.map(toOther), total, pages, page: shown };
}

/** An operator as its editor shows it; null when there is none. */
export async function getOperator(_staff: StaffSession, id: string): Promise<OperatorForEditor | null> {
  if (!z.uuid().safeParse(id).success) return null;
  const row = await db.operator.findUnique({
    where: { id },
    select: {
      ...operatorSelect,
      names: { select: { key: true }, orderBy: { key: "asc" } },
      listings: {
        select: {
          id: true,
          slug: true,
          ...TITLE_COLUMNS,
          ...PRESENCE_COLUMNS,
          state: true,
          staffFields: true,
        },
        orderBy: [{ name: "asc" }, { slug: "asc" }],
      },
    },
  });
  if (!row) return null;
  const { names, listings, ...operator } = row;
  const spelled = (key: string) => listings.filter(({ name, state }) => operatorKey(name, state) === key);
  return {
    ...operator,
    values: operatorValues(operator),
    names: names.map(({ key }) => {
      return { key, spellings: [...new Set(spelled(key).map(({ name }) => name))], isOwn: key === operator.slug };
    }),
    listings: listings.map(({ state: _state, staffFields, ...listing }) => {
      return { ...withPresence(listing), isSetByStaff: staffFields.includes("operatorId") };
    }),
    alike: await alikeOperators(id),
  };
}

/** Other operators by words of their name, to choose one from. */
export async function findOperators(_staff: StaffSession, id: string, q: string): Promise<OtherOperator[]> {
  if (q === "") return [];
  const where = { OR: matching(q), NOT: { id } };
  const orderBy = [{ name: "asc" }, { slug: "asc" }] as const;
  const rows = await db.operator.findMany({ where, select: otherSelect, orderBy: [...orderBy], take: MAX_FOUND });
  return rows.map(toOther);
}

/** The other operator that staff chose to merge into this one; null when there is none. */
export async function getOther(_staff: StaffSession, id: string, slug: string): Promise<OtherOperator | null> {
  const row = await db.operator.findUnique({ where: { slug, NOT: { id } }, select: otherSelect });
  return row && toOther(row);
}

/** Columns as the words of a form. */
export function operatorValues({ name, legalEntities }: EditedOperator): OperatorValues {
  return { name, legalEntities: legalEntities.join("\n") };
}

/** Whose licenses name one of its legal entities, whatever the marks and capitals are. */
async function alikeOperators(id: string): Promise<OtherOperator[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    WITH named AS (
      SELECT o."id", btrim(regexp_replace(lower(entity), '[^[:alnum:]]+', ' ', 'g')) AS entity
      FROM "Operator" AS o CROSS JOIN unnest(o."legalEntities") AS entity)
    SELECT DISTINCT other."id" FROM named AS own JOIN named AS other USING (entity)
    WHERE own."id" = ${id}::uuid AND other."id" <> own."id"`;
  const others = await db.operator.findMany({
    where: { id: { in: rows.map((row) => row.id) } },
    select: otherSelect,
    orderBy: [{ name: "asc" }, { slug: "asc" }],
  });
  return others.map(toOther);
}

function toOther({ _count, id, slug, version, name, legalEntities }: OtherRow): OtherOperator {
  return { id, slug, version, name, legalEntities, listings: _count.listings };
}

/** The words somewhere in the name, or in a name that sources have. */
function matching(q: string): Prisma.OperatorWhereInput[] {
  const key = nameWords(q);
  return [
    { name: { contains: literalInLike(q), mode: "insensitive" } },
    ...(key ? [{ names: { some: { key: { contains: literalInLike(key) } } } }] : []),
  ];
}
