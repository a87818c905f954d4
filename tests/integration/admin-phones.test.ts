import { expect, test } from "vitest";
import { listListings } from "@/lib/listings/admin-queries";
import { listingTableSchema } from "@/lib/listings/schema";
import { db } from "@/lib/server/db";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";

testDatabase();

test("staff find the listings whose main phone has an area code of another state", async () => {
  const address = { street: "1 Elm St", city: "Reseda", state: "CA", zip: "91335", kind: "outpatient" } as const;
  const phones = { local: "+17475550100", free: "+18885550100", far: "+16465550100", none: null };
  for (const [slug, phone] of Object.entries(phones))
    await db.listing.create({ data: { ...address, slug, name: slug, phone } });
  const shown = await listListings(staffSession(), listingTableSchema.parse({ phone: "elsewhere" }));
  expect(shown.rows.map(({ name }) => name)).toEqual(["far"]);
});
