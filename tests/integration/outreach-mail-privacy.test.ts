// A marked person whom a place may reach: what the mail tells the place is in the mail, and nowhere else.
import { beforeEach, expect, test, vi } from "vitest";
import { listContacts } from "@/lib/outreach/queries";
import { testDatabase } from "../support/database";
import { dump } from "../support/dump";
import { METRICS_TOKEN, readMetrics } from "../support/metrics";
import { desk, INTRODUCE, person, press, TOLD, useDesk, work } from "../support/outreach-mail";
import { marked, tracesIn } from "../support/traces";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

Object.assign(process.env, { METRICS_TOKEN, LOG_LEVEL: "debug" });
testDatabase();
useDesk();

const written: string[] = [];
beforeEach(() => {
  const streams = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, "write").mockImplementation((line) => written.push(String(line)) > 0),
  );
  return () => streams.forEach((stream) => stream.mockRestore());
});

/** A server that quotes whom and what it refuses. */
const quoting = (responseCode: number) =>
  Object.assign(new Error(`No ${Object.values(marked).join(" ")}`), { responseCode });

test("it is in no dump, log, metric, job, URL or error, whether it leaves or not", async () => {
  const { id } = await person({ mayShare: TOLD }, marked);
  const pressed = await press(id, INTRODUCE);
  desk.refusal = quoting(451);
  const failure = await work(id).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  desk.refusal = quoting(550);
  await work(id);
  desk.refusal = undefined;
  const other = await person({ mayShare: TOLD }, marked);
  await press(other.id, INTRODUCE);
  await work(other.id);

  const [letter] = desk.toPlaces();
  expect(tracesIn(String(letter?.text)).length).toBeGreaterThan(0);
  expect(letter?.text).not.toContain(marked.message);
  expect(await listContacts(other.id)).toMatchObject([{ mail: { state: "sent" } }]);
  const outputs = {
    dump: await dump(),
    logs: written.join(""),
    metrics: await readMetrics(),
    answer: JSON.stringify(pressed),
    error: `${String(failure)} ${JSON.stringify(failure)}`,
  };
  expect(outputs.logs).toContain("mail.sent");
  for (const [output, text] of Object.entries(outputs)) expect([output, tracesIn(text)]).toEqual([output, []]);
});
