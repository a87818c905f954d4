// A mail to a place whose server never says yes or no, and a consent that ends meanwhile: the person is told what is
// true, and not that the place knows nothing.
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { retryMails } from "@/lib/outreach/mutations";
import { listContacts } from "@/lib/outreach/queries";
import { noteOutcome } from "@/lib/outreach/mutations";
import { eraseAction, withdrawAction } from "@/lib/receipts/actions";
import { findReceipt } from "@/lib/receipts/queries";
import { db } from "@/lib/server/db";
import { MailServer, type Treatment } from "../faults/mail-server";
import { eventually } from "../support/eventually";
import { testDatabase } from "../support/database";
import { desk, mailOf, person, press, read, send, useDesk, work } from "../support/outreach-mail";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

const server = new MailServer();
let treatment: Treatment = "take";
server.treat = () => treatment;

testDatabase();
useDesk(async () => {
  await server.start();
  return { port: server.port, stop: () => server.stop() };
});

beforeEach(() => server.taken.clear());
afterEach(() => (treatment = "take"));

const stateOf = async (id: string) => (await listContacts(id)).map(({ mail }) => mail?.state);
const wasTaken = async (id: string) => server.taken.has(`${(await mailOf(id)).id}@localhost`);

describe("the server takes it and hangs up before it says so", () => {
  test("then a withdrawal or an erasure stops further tries, and the receipt says that the place may have it", async () => {
    const ENDINGS = [withdrawAction, eraseAction];
    for (const end of ENDINGS) {
      const { id, token } = await person();
      await press(id);
      treatment = "drop";
      await expect(work(id)).rejects.toThrow("ECONNECTION");
      expect(await stateOf(id)).toEqual(["delayed"]);
      await end(token);
      expect(await stateOf(id)).toEqual(["unclear"]);
      treatment = "take";
      const times = server.taken.size;
      await work(id);
      expect(server.taken.size).toBe(times);
      expect(await findReceipt(token)).toMatchObject(
        end === eraseAction ? { state: "erased", contacts: [{ mail: { state: "unclear" } }] } : { state: "open" },
      );
    }
  });

  test("a later clear no does not take that back; what came of it can be noted", async () => {
    const { id, token } = await person();
    await press(id);
    treatment = "drop";
    await expect(work(id)).rejects.toThrow("ECONNECTION");
    treatment = "busy";
    await expect(work(id, { number: 12, isLast: true })).rejects.toThrow("451");
    expect(await stateOf(id)).toEqual(["unclear"]);
    await withdrawAction(token);
    const [contact] = await listContacts(id);
    expect(await noteOutcome(desk.staff, contact!.id, { outcome: "no_room", nextStep: "none" })).toEqual({
      status: "ok",
    });
  });
});

test("a clear no alone leaves no doubt: stopped, it was never told, and nothing can have come of it", async () => {
  const { id, token } = await person();
  await press(id);
  treatment = "busy";
  await expect(work(id)).rejects.toThrow("451");
  await withdrawAction(token);
  expect(await stateOf(id)).toEqual(["cancelled"]);
  const [contact] = await listContacts(id);
  expect(await noteOutcome(desk.staff, contact!.id, { outcome: "no_room", nextStep: "none" })).toEqual({
    status: "gone",
  });
});

test("nobody at the other end leaves no doubt either", async () => {
  const { id, token } = await person();
  await press(id);
  await server.stop();
  await expect(work(id)).rejects.toThrow("ECONNECTION");
  await server.start();
  await withdrawAction(token);
  expect(await stateOf(id)).toEqual(["cancelled"]);
});

test("a consent withdrawn while the server has the mail in its hands: once taken, it is told as sent", async () => {
  const { id, token } = await person();
  await press(id);
  treatment = "slow";
  const working = work(id);
  await eventually(() => expect(server.offered.size).toBeGreaterThan(0));
  while (!(await mailOf(id)).mayHaveArrived) await pause(20);
  expect(await withdrawAction(token)).toBe("withdrawn");
  expect(await stateOf(id)).toEqual(["unclear"]);
  await working;
  expect([await wasTaken(id), await stateOf(id)]).toEqual([true, ["sent"]]);
});

describe("at the same moment", () => {
  test("a withdrawal and a sending: the mail is stopped or never written", async () => {
    for (const later of [0, 5, 10, 15, 20]) {
      const { id, token } = await person();
      const form = await read(id);
      const [sent] = await Promise.all([send(form), pause(later).then(() => withdrawAction(token))]);
      const mails = await db.mail.findMany({ where: { inquiryId: id, kind: "outreach" } });
      expect(mails.map(({ status }) => status)).toEqual("redirect" in sent ? ["cancelled"] : []);
    }
  });

  test("a withdrawal and a new try: nothing waits to leave afterwards", async () => {
    for (const later of [0, 4, 7, 10, 14]) {
      const { id, token } = await person();
      await press(id);
      const { id: mailId } = await mailOf(id);
      // As the server's clear no leaves it.
      await db.mail.update({ where: { id: mailId }, data: { status: "bounced", lastError: "SMTP 550", attempts: 1 } });
      await Promise.all([retryMails(desk.staff, [mailId]), pause(later).then(() => withdrawAction(token))]);
      expect(await mailOf(id)).toMatchObject({ status: "cancelled" });
    }
  });
});

test("a place whose email was taken out or changed since is not tried again", async () => {
  const { id } = await person();
  await press(id);
  treatment = "refuse";
  await work(id);
  const { id: mailId } = await mailOf(id);
  await db.listing.update({ where: { id: desk.place }, data: { outreachEmail: "other@place.example" } });
  expect(await retryMails(desk.staff, [mailId])).toBe(0);
  expect(await mailOf(id)).toMatchObject({ status: "bounced" });
});
