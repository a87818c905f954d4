import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { emptyDatabases } from "../support/backups";
import { testDatabase } from "../support/database";

testDatabase();
const emptyDatabase = emptyDatabases();

const nameOf = async (client: typeof db) => {
  const [row] = await client.$queryRaw<{ name: string }[]>`SELECT current_database() AS name`;
  return row?.name;
};
const namedBy = (url: string | undefined) => new URL(url ?? "").pathname.slice(1);

test("of two modules with two databases each asks its own; two with the same one share its connections", async () => {
  const mine = process.env.DATABASE_URL;
  expect(await nameOf(db)).toBe(namedBy(mine));
  vi.resetModules();
  const { db: twin } = await import("@/lib/server/db");
  expect(await nameOf(twin)).toBe(namedBy(mine));
  expect(twin.setting).toBe(db.setting);

  const other = await emptyDatabase();
  vi.stubEnv("DATABASE_URL", other);
  vi.resetModules();
  const { db: stranger } = await import("@/lib/server/db");
  expect(await nameOf(stranger)).toBe(namedBy(other));
  expect(await nameOf(db)).toBe(namedBy(mine));
});
