// What staff read is what leaves: whatever changes in between, before the mail is sent or before it leaves, stops it.
import { describe, expect, test, vi } from "vitest";
import { mailPlace, saveNeeds } from "@/lib/outreach/mutations";
import { db } from "@/lib/server/db";
import { testDatabase } from "../support/database";
import {
  ANA,
  ASK,
  desk,
  INTRODUCE,
  mailOf,
  person,
  preview,
  press,
  read,
  send,
  TOLD,
  useDesk,
  work,
} from "../support/outreach-mail";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();
useDesk();

const OTHER_EMAIL = "other@place.example";
const CHANGES: Record<string, (inquiryId: string) => Promise<unknown>> = {
  "what the person needs": (id) => saveNeeds(desk.staff, id, 2, { codes: ["level:detox"], near: "90033" }),
  "the place's email": () => db.listing.update({ where: { id: desk.place }, data: { outreachEmail: OTHER_EMAIL } }),
};

describe.each(Object.entries(CHANGES))("when %s changes", (_, change) => {
  test("between reading and sending, nothing is written down, and what is there now can be read and sent", async () => {
    const { id } = await person();
    const form = await read(id);
    await change(id);
    expect(await send(form)).toEqual({ answer: { status: "failed", code: "changed" } });
    expect(await db.outreach.count({ where: { inquiryId: id } })).toBe(0);
    expect(await press(id)).toHaveProperty("redirect");
  });

  test("between sending and leaving, the mail is stopped", async () => {
    const { id } = await person();
    await press(id);
    await change(id);
    await work(id);
    expect(await mailOf(id)).toMatchObject({ status: "cancelled", mayHaveArrived: false });
    expect(desk.toPlaces()).toEqual([]);
  });
});

test("more is not told than was read, whoever makes up the form", async () => {
  const { id } = await person({ mayShare: TOLD });
  const form = await read(id);
  for (const more of [INTRODUCE, { "share.name": "on" }, { template: "introduce", "share.phone": "on" }])
    expect(await send({ ...form, ...more })).toEqual({ answer: { status: "failed", code: "changed" } });
  const request = {
    id: form.id!,
    inquiryId: id,
    listingId: desk.place,
    template: "ask_room",
    shared: ["needs"],
  } as const;
  expect(await mailPlace(desk.staff, "made up", request)).toEqual({ status: "refused", code: "changed" });
  expect(await db.outreach.count({ where: { inquiryId: id } })).toBe(0);
});

test("nothing of the person is told as shared that there is not", async () => {
  const { id } = await person();
  await saveNeeds(desk.staff, id, 2, { codes: [], near: null });
  await press(id);
  expect(await db.outreach.findFirstOrThrow({ where: { inquiryId: id } })).toMatchObject({ shared: [] });
});

test("reading a mail is a viewing and is written down, once for each", async () => {
  const { id } = await person({ mayShare: TOLD });
  await preview(id, { ...ASK, ...INTRODUCE });
  await preview(id);
  const viewed = { subjectId: id, action: "inquiry.viewed", actorId: desk.staff.staffId };
  expect(await db.auditEvent.count({ where: viewed })).toBe(1);
  expect(JSON.stringify(await db.auditEvent.findMany({ where: { subjectId: id } }))).not.toContain(ANA.name);
});
