import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { keep } from "@/lib/server/keep";
import { testDatabase } from "../support/database";

testDatabase();

beforeAll(async () => {
  await db.$executeRaw`CREATE FUNCTION fail_on_demand() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF current_setting('test.code', true) <> '' THEN
      RAISE EXCEPTION USING ERRCODE = current_setting('test.code');
    END IF;
    RETURN NULL;
  END $$`;
  await db.$executeRaw`CREATE TRIGGER fail_on_demand BEFORE DELETE ON "Setting"
    FOR EACH STATEMENT EXECUTE FUNCTION fail_on_demand()`;
});

/** Writes, and has PostgreSQL refuse the first try. */
async function refusedOnce(statement: string): Promise<{ outcome: string; tries: number }> {
  let tries = 0;
  const write = () =>
    db.$transaction(async (tx) => {
      tries += 1;
      if (tries === 1) await tx.$executeRawUnsafe(statement);
      await tx.setting.deleteMany();
      return "kept";
    });
  const outcome = await keep(write, () => Promise.resolve(null)).catch(() => "refused");
  return { outcome, tries };
}

const failing = (code: string) => `SELECT set_config('test.code', '${code}', true)`;

test("what passes by itself is tried again: a server that is starting", async () => {
  expect(await refusedOnce(failing("57P03"))).toEqual({ outcome: "kept", tries: 2 });
});

test.each([
  ["a read-only database", "SET TRANSACTION READ ONLY"],
  ["a full disk", failing("53100")],
])("%s lasts, and nobody waits for more tries", async (_, statement) => {
  expect(await refusedOnce(statement)).toEqual({ outcome: "refused", tries: 1 });
});
