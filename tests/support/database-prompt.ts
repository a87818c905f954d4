import pg from "pg";
import { afterEach } from "vitest";

/** A contact as somebody with a database prompt would write it: inquiry, consent, listing, what is shared. */
export const OUTREACH_ROW = `INSERT INTO "Outreach"
  ("id", "inquiryId", "consentId", "listingId", "way", "shared", "staffMemberId", "updatedAt")
  VALUES (gen_random_uuid(), $1::uuid, $2::uuid, $3::uuid, 'call', $4::"SharedField"[], 'sam', now())`;

const clients: pg.Client[] = [];

/** A connection of its own, closed after the test. */
export async function openDatabase(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  clients.push(client);
  return client;
}

afterEach(async () => {
  await Promise.all(clients.splice(0).map((client) => client.end()));
});
