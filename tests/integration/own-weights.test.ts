import { beforeAll, expect, test } from "vitest";
import { getMethod } from "@/lib/methods/queries";
import { getNewestEdition, listWithdrawnEntries } from "@/lib/rankings/queries";
import type { RankedProgram } from "@/lib/rankings/types";
import { unpackListings } from "@/lib/rankings/packed-listings";
import { packWeighing, weighListings, type Weighing } from "@/lib/rankings/weighing";
import { editorialWeights } from "@/lib/rankings/own-weights";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";

testDatabase({ seeded: true });

let entries: RankedProgram[];

beforeAll(async () => {
  entries = (await getNewestEdition())!.entries;
});

async function packed(): Promise<Weighing> {
  const edition = (await getNewestEdition())!;
  const method = (await getMethod(edition.methodVersion))!;
  const withdrawn = await listWithdrawnEntries(edition.number);
  return packWeighing("en", method.definition, edition, withdrawn, ({ listing }) => listing.city);
}

const figures = ({ rank, score, low, high, coverage }: Omit<RankedProgram, "listing">) => [
  rank,
  score,
  low,
  high,
  coverage,
];

test("our own weights give the edition's order and scores, to the last digit", async () => {
  const weighing = await packed();
  const { order, state } = weighListings(
    weighing,
    editorialWeights(weighing),
    unpackListings(weighing, weighing.packed),
  );
  expect(state).toBe("ours");
  expect(order.map(({ slug }) => slug)).toEqual(entries.map(({ listing }) => listing.slug));
  expect(order.map((place) => figures(place as never))).toEqual(entries.map(figures));
  expect(order.every(({ rank, editorialRank }) => rank === editorialRank)).toBe(true);
});

test("a place that is no longer published is not in the list, and the others stand where they stood", async () => {
  const { slug, name } = entries[3]!.listing;
  await db.listing.update({ where: { slug }, data: { status: "archived" } });
  try {
    const weighing = await packed();
    expect(JSON.stringify(weighing)).not.toContain(slug);
    expect(JSON.stringify(weighing)).not.toContain(JSON.stringify(name));
    const { order } = weighListings(weighing, editorialWeights(weighing), unpackListings(weighing, weighing.packed));
    expect(order.map((place) => figures(place as never))).toEqual(entries.filter((_, at) => at !== 3).map(figures));
  } finally {
    await db.listing.update({ where: { slug }, data: { status: "published" } });
  }
});

test("a place renamed since keeps its place among those it ties with, as long as the weights are ours", async () => {
  const tied = entries.findIndex(({ rank }, at) => rank === entries[at + 1]?.rank);
  const { slug, name } = entries[tied]!.listing;
  await db.listing.update({ where: { slug }, data: { name: "Zzyzx" } });
  const weighing = await packed();
  await db.listing.update({ where: { slug }, data: { name } });
  const { order } = weighListings(weighing, editorialWeights(weighing), unpackListings(weighing, weighing.packed));
  expect(order.map((place) => place.slug)).toEqual(entries.map(({ listing }) => listing.slug));
});

test("one group alone puts its places first, and nothing at all leaves our order", async () => {
  const weighing = await packed();
  const places = unpackListings(weighing, weighing.packed);
  const family = weighing.groups.map(({ key }) => (key === "family" ? 100 : 0));
  const first = weighListings(weighing, family, places).order[0]!;
  const answers = entries.find(({ listing }) => listing.slug === first.slug)!.criteria;
  expect(answers.filter(({ key }) => /^(family-counseling|children)$/.test(key)).map(({ value }) => value)).toEqual([
    "yes",
    "yes",
  ]);
  const nothing = weighListings(
    weighing,
    family.map(() => 0),
    places,
  );
  expect(nothing.state).toBe("nothing");
  expect(nothing.order.map(({ slug }) => slug)).toEqual(entries.map(({ listing }) => listing.slug));
});

test("what the browser needs of 197 places is small", async () => {
  expect(JSON.stringify(await packed()).length).toBeLessThan(25_000);
});
