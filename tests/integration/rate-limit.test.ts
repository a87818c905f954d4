import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { consume, release } from "@/lib/server/rate-limit";
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

test("a database that fails turns nobody away", async () => {
  await db.$executeRaw`ALTER TABLE rate_limit RENAME TO rate_limit_away`;
  try {
    expect((await consume("failing", "a", { points: 1, seconds: 60 })).status).toBe("allowed");
    expect((await consume("failing", "a", { points: 1, seconds: 60 })).status).toBe("allowed");
  } finally {
    await db.$executeRaw`ALTER TABLE rate_limit_away RENAME TO rate_limit`;
  }
});
