import { expect, test } from "vitest";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import { newInquiry } from "../support/inquiry";
import { askForMetrics, METRICS_TOKEN, readMetrics } from "../support/metrics";

process.env.METRICS_TOKEN = METRICS_TOKEN;
testDatabase();

test.each([
  ["no token", {}],
  ["a wrong token", { authorization: "Bearer a token that only tests knew" }],
  ["a token that is no bearer's", { authorization: "Basic a token that only tests know" }],
])("the metrics are not for whoever sends %s", async (_, headers) => {
  const answer = await askForMetrics(headers);
  expect(answer.status).toBe(401);
  expect(await answer.text()).not.toContain("mails");
});

test("they say what this process uses, and when the database is away", async () => {
  await newInquiry({ spam: "certain" });
  expect(await readMetrics()).toMatch(
    /process_resident_memory_bytes \d+[^]*database_up 1[^]*inquiries\{status="new",quarantine="true"\} 1/,
  );
  await db.$executeRaw`ALTER TABLE "Mail" RENAME TO "MailAway"`;
  try {
    const figures = await readMetrics();
    expect(figures).toContain("database_up 0");
    expect(figures).toContain("process_resident_memory_bytes");
  } finally {
    await db.$executeRaw`ALTER TABLE "MailAway" RENAME TO "Mail"`;
  }
});
