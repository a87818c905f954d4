import type pg from "pg";
import { expect } from "vitest";
import { eventually } from "./eventually";

/** Until some connection of the database waits for another's lock. */
export async function expectWaiting(client: pg.Client): Promise<void> {
  await eventually(async () => {
    const { rows } = await client.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    expect(rows.length).toBeGreaterThan(0);
  });
}
