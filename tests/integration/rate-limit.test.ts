import { expect, test, vi } from "vitest";
import { db } from "@/lib/server/db";
import { consume, release } from "@/lib/server/rate-limit";
import { eventually } from "../support/eventually";
import { testDatabase } from "../support/database";

testDatabase();

test("of forty uses at the same moment exactly as many pass as are allowed, and the rest learn how long to wait", async () => {
  const limit = { points: 7, seconds: 60 };
  const answers = await Promise.all(Array.from({ length: 40 }, () => consume("parallel", "a", limit)));
  const limited = answers.filter((answer) => answer.status === "limited");
  expect(limited).toHaveLength(33);
  for (const { retrySeconds } of limited)
    expect(retrySeconds).toSatisfy((seconds: number) => seconds > 50 && seconds <= 60);
});

test("keys are counted apart, a window ends, and a released key starts anew", async () => {
  const limit = { points: 1, seconds: 1 };
  expect((await consume("window", "a", limit)).status).toBe("allowed");
  expect((await consume("window", "a", limit)).status).toBe("limited");
  expect((await consume("window", "b", limit)).status).toBe("allowed");
  await release("window", "b", limit);
  expect((await consume("window", "b", limit)).status).toBe("allowed");
  await new Promise((resolve) => {
    setTimeout(resolve, 1_100);
  });
  expect((await consume("window", "a", limit)).status).toBe("allowed");
});

test("what somebody did on two days cannot be put together, nor told from their IP alone", async () => {
  const limit = { points: 5, seconds: 3600 };
  const keys = async () =>
    (await db.rateLimit.findMany({ where: { key: { startsWith: "days:" } } })).map(({ key }) => key);
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-11-25T23:59:00Z") });
  await consume("days", "203.0.113.1", limit);
  await consume("days", "203.0.113.1", limit);
  expect(await keys()).toHaveLength(1);
  vi.setSystemTime(new Date("2026-11-26T00:01:00Z"));
  await consume("days", "203.0.113.1", limit);
  vi.useRealTimers();
  const [one, two] = await keys();
  expect(two).toBeDefined();
  expect(one).not.toBe(two);
});

test("rows that count no more are deleted", async () => {
  const timers = vi.spyOn(globalThis, "setTimeout");
  await consume("cleared", "a", { points: 5, seconds: 1 });
  const clear = timers.mock.calls.find(([, milliseconds]) => milliseconds === 300_000)?.[0];
  timers.mockRestore();
  await db.rateLimit.updateMany({
    where: { key: { startsWith: "cleared:" } },
    data: { expire: Date.now() - 7_200_000 },
  });
  (clear as () => void)();
  await eventually(async () =>
    expect(await db.rateLimit.count({ where: { key: { startsWith: "cleared:" } } })).toBe(0),
  );
});

test("a database that fails turns nobody away", async () => {
  await db.$executeRaw`ALTER TABLE rate_limit RENAME TO rate_limit_away`;
  try {
    expect((await consume("failing", "a", { points: 1, seconds: 60 })).status).toBe("allowed");
    expect((await consume("failing", "a", { points: 1, seconds: 60 })).status).toBe("allowed");
  } finally {
    await db.$executeRaw`ALTER TABLE rate_limit_away RENAME TO rate_limit`;
  }
});
