// A mail that an administrator asks for, to see whether the team's mails arrive.
import { beforeAll, beforeEach, expect, test } from "vitest";
import { listFirstDay } from "@/lib/desk/queries";
import { requestTestMail } from "@/lib/mails/mutations";
import { testMailTasks } from "@/lib/mails/jobs";
import { db } from "@/lib/server/db";
import { startSmtp } from "../../scripts/mailbox/smtp";
import { staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { eventually } from "../support/eventually";
import { startWorking } from "../support/working";

testDatabase({ seeded: true });

let refusal: { responseCode: number } | undefined;
const taken: string[] = [];

beforeAll(async () => {
  const server = await startSmtp(0, async (source) => {
    if (refusal) throw Object.assign(new Error("No"), refusal);
    taken.push(source.toString("utf8"));
  });
  process.env.SMTP_URL = `smtp://127.0.0.1:${server.port}`;
  return () => server.stop();
});

beforeEach(() => {
  refusal = undefined;
  taken.length = 0;
});

const staff = staffSession();
const outcome = async () => (await listFirstDay(staff)).find(({ key }) => key === "testMail");

test("it waits for the worker, leaves once however often it was asked for, and is done when the server took it", async () => {
  await Promise.all([requestTestMail(staff), requestTestMail(staff)]);
  expect(await outcome()).toMatchObject({ isDone: false, outcome: "waits" });
  const stop = startWorking({ tasks: testMailTasks });
  await eventually(async () => expect(await outcome()).toMatchObject({ isDone: true, outcome: "sent" }));
  await stop();
  expect(taken).toHaveLength(1);
});

test("what the server said is shown at once, and it is not tried again", async () => {
  refusal = { responseCode: 550 };
  await requestTestMail(staff);
  const stop = startWorking({ tasks: testMailTasks });
  await eventually(async () => expect(await outcome()).toMatchObject({ isDone: false, outcome: "SMTP 550" }));
  await stop();
  expect(await db.$queryRaw`SELECT FROM graphile_worker.jobs`).toEqual([]);
});
