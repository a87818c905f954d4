import { randomUUID } from "node:crypto";
import { db } from "@/lib/server/db";
import { operatorKey } from "@/lib/operators/operator-key";
import { newListing } from "./inquiry";
import { unique } from "./unique";

export interface NewOperator {
  id: string;
  slug: string;
  name: string;
  listings: { id: string; slug: string }[];
}

/** Who runs as many listed places as asked for, all of one name. */
export async function newOperator(listings = 1): Promise<NewOperator> {
  const name = `House ${unique()}`;
  const slug = operatorKey(name, "CA");
  const { id } = await db.operator.create({
    data: { slug, name, names: { create: { key: slug } } },
    select: { id: true },
  });
  const made = [];
  for (let at = 0; at < listings; at += 1) made.push(await newListingOf(id, name));
  return { id, slug, name, listings: made };
}

/** A listed place that an operator runs. */
export async function newListingOf(operatorId: string | null, name: string): Promise<{ id: string; slug: string }> {
  const slug = `place-${randomUUID()}`;
  const id = await newListing({ slug });
  await db.listing.update({ where: { id }, data: { name, operatorId }, select: { id: true } });
  return { id, slug };
}

/** All that is said of who runs what, in one order. */
export async function operatorsNow() {
  const operators = await db.operator.findMany({
    orderBy: { slug: "asc" },
    include: {
      names: { select: { key: true }, orderBy: { key: "asc" } },
      listings: { select: { slug: true, staffFields: true }, orderBy: { slug: "asc" } },
    },
  });
  return operators.map(({ names, ...operator }) => ({ ...operator, names: names.map(({ key }) => key) }));
}
