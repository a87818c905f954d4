import type { House } from "../../tests/faults/house";
import { query } from "../setup/database";
import { Failure } from "../setup/failure.mjs";

/** One page of each kind that people read. */
export async function readingPaths(house: House): Promise<string[]> {
  const first = (from: string) =>
    query(house.databaseUrl, async (client) => {
      const { rows } = await client.query<{ slug: string }>(`SELECT slug FROM ${from} ORDER BY slug LIMIT 1`);
      if (!rows[0]) throw new Failure(`There is none in ${from}`);
      return rows[0].slug;
    });
  const listing = await first(`"Listing" WHERE status = 'published'`);
  const post = await first(`"Post" WHERE status = 'published' AND locale = 'en'`);
  return ["/", "/rankings", `/listings/${listing}`, `/blog/${post}`, "/help-now"];
}
