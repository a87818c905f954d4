import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { submitInquiryAction } from "@/lib/inquiries/actions";
import type * as Consent from "@/lib/inquiries/consent";
import { newFormKey } from "@/lib/inquiries/inquiry-form-key";
import type { InquiryFormState } from "@/lib/inquiries/types";
import { db } from "@/lib/server/db";
import { ensureQueue } from "@/lib/server/queue";
import { testDatabase } from "../support/database";

// The request that Next gives to an action; everything else is real.
const request = vi.hoisted(() => ({ ip: "203.0.113.1" }));
vi.mock("next/headers", () => ({
  cookies: () => Promise.resolve({ get: () => undefined, set: () => undefined }),
  headers: () => Promise.resolve(new Headers({ "x-socket-ip": request.ip })),
}));

// A sentence that was asked for before today's.
const OLDER = { version: "2026-01-01.1", locale: "en", text: "I give permission, as it was put before." } as const;
vi.mock("@/lib/inquiries/consent", async (original) => {
  const real = await original<typeof Consent>();
  const consentOf: typeof real.consentOf = (locale, version) =>
    locale === "en" && version === OLDER.version ? OLDER : real.consentOf(locale, version);
  return { ...real, consentOf };
});

testDatabase();
beforeAll(() => ensureQueue());
beforeEach(async () => {
  await db.inquiry.deleteMany();
  await db.rateLimit.deleteMany();
});

const MINUTE = 60_000;
const formOf = (key = newFormKey("2026-11-22.1", Date.now() - MINUTE)) => ({
  name: "Ana",
  email: "ana@example.org",
  phone: "",
  message: "help",
  consent: "on",
  locale: "en",
  form: key,
});

async function send(fields: Record<string, string>): Promise<InquiryFormState | { leadsTo: string }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  try {
    return await submitInquiryAction({ status: "idle" }, form);
  } catch (error) {
    // Next's redirect is an error with a digest: NEXT_REDIRECT;push;<URL>;<status>;
    const digest = String((error as { digest?: string }).digest);
    if (!digest.startsWith("NEXT_REDIRECT")) throw error;
    return { leadsTo: digest.split(";")[2] ?? "" };
  }
}

test("a visitor who fills the form is led to the thank-you page, whose URL says nothing about them", async () => {
  expect(await send(formOf())).toEqual({
    leadsTo: expect.stringMatching(/^\/contact\/thank-you\?reference=BHR-[2-9A-HJ-NP-Z]{6}$/),
  });
  expect(await send({ ...formOf(), message: "ayuda", locale: "es" })).toEqual({
    leadsTo: expect.stringMatching(/^\/es\/contact\/thank-you\?reference=BHR-/),
  });
});

test("a visitor who gives no consent is refused and keeps what they typed", async () => {
  const { consent: _, ...fields } = formOf();
  expect(await send(fields)).toEqual({
    status: "invalid",
    fieldErrors: { consent: "consentMissing" },
    values: expect.objectContaining({ name: "Ana", email: "ana@example.org", message: "help", consent: "" }),
    form: fields.form,
    shown: {
      consentText: "I give permission to Best Heroin Rehab to reach out to firms on my behalf.",
      closed: [],
    },
  });
  expect(await db.inquiry.count()).toBe(0);
});

test("the sentence kept is the one that stood beside the box, and a refused form still shows it", async () => {
  const fields = formOf(newFormKey(OLDER.version, Date.now() - MINUTE));
  expect(await send({ ...fields, consent: "" })).toMatchObject({
    form: fields.form,
    shown: { consentText: OLDER.text },
  });
  await db.consentText.create({ data: OLDER });
  await send(fields);
  expect(await db.consent.findFirst({ select: { wording: true } })).toEqual({ wording: OLDER });
});

test("a double submit and going back to send the same again lead to one inquiry", async () => {
  const fields = formOf();
  const answers = await Promise.all([send(fields), send(fields), send(fields)]);
  answers.push(await send(formOf()));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await db.inquiry.count()).toBe(1);
});

test("two windows that send the same at the same moment lead to one inquiry", async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => send(formOf())));
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect(await db.inquiry.count()).toBe(1);
});

test("more clicks at once than one IP may send all lead to the one inquiry", async () => {
  request.ip = "203.0.113.40";
  const fields = formOf();
  const answers = await Promise.all(Array.from({ length: 36 }, () => send(fields)));
  expect(answers.map((answer) => JSON.stringify(answer)).filter((answer) => !answer.includes("leadsTo"))).toEqual([]);
  expect(await db.inquiry.count()).toBe(1);
});

test.each([[undefined], [null], ["x"], [["a"]], [{ get: 1 }]])(
  "what is no form, such as %j, is answered like an empty one",
  async (sent) => {
    const answer = await submitInquiryAction({ status: "idle" }, sent as unknown as FormData);
    expect(answer).toMatchObject({ status: "invalid", fieldErrors: { consent: "consentMissing" } });
  },
);

describe("spam", () => {
  test.each([
    ["sent at once", { form: newKeyNow }],
    ["not rendered by us", { form: () => "forged" }],
    ["with the unseen field filled", { company_fax: () => "Acme" }],
  ])("a form %s is quarantined, and its sender sees the usual answer", async (_, changes) => {
    const changed = Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, value()]));
    expect(await send({ ...formOf(), ...changed })).toHaveProperty("leadsTo");
    expect(await db.inquiry.findMany({ select: { suspectedSpam: true } })).toEqual([{ suspectedSpam: true }]);
  });

  function newKeyNow() {
    return newFormKey("2026-11-22.1");
  }
});

describe("limits", () => {
  const limited = {
    status: "failed",
    code: "limited",
    retryMinutes: expect.any(Number) as number,
    values: expect.objectContaining({ message: "7" }),
  };

  test("one contact can be written about from wherever: who does so keeps nobody out, and no inquiry is dropped", async () => {
    for (let count = 1; count <= 12; count += 1) {
      request.ip = `198.51.100.${count}`;
      expect(await send({ ...formOf(), message: `${count}` })).toHaveProperty("leadsTo");
    }
    expect(await db.inquiry.count()).toBe(12);
  });

  test("one IP can send thirty times in ten minutes, and mistakes are not counted", async () => {
    request.ip = "203.0.113.9";
    for (let count = 1; count <= 30; count += 1) {
      expect(await send({ ...formOf(), email: "" })).toHaveProperty("status", "invalid");
      expect(await send({ ...formOf(), email: `p${count}@example.org` })).toHaveProperty("leadsTo");
    }
    expect(await send({ ...formOf(), email: "p31@example.org", message: "7" })).toMatchObject(limited);
    request.ip = "203.0.113.10";
    expect(await send({ ...formOf(), email: "p31@example.org" })).toHaveProperty("leadsTo");
  });

  test("an IPv6 household has one allowance, and an IPv4 has its own however it is written", async () => {
    for (let count = 1; count <= 31; count += 1) {
      request.ip = `2001:db8:1:2::${count}`;
      const answer = await send({ ...formOf(), email: `h${count}@example.org`, message: "7" });
      expect("leadsTo" in answer).toBe(count <= 30);
    }
    await db.rateLimit.deleteMany();
    request.ip = "::ffff:203.0.113.41";
    for (let count = 1; count <= 30; count += 1)
      expect(await send({ ...formOf(), email: `m${count}@example.org` })).toHaveProperty("leadsTo");
    request.ip = "203.0.113.41";
    expect(await send({ ...formOf(), message: "7" })).toMatchObject(limited);
  });

  test("what is counted is stored without the IP or the contact", async () => {
    request.ip = "203.0.113.77";
    await send(formOf());
    const keys = (await db.rateLimit.findMany()).map(({ key }) => key).join();
    expect(keys).toMatch(/inquiry_ip:.+confirmation_mailbox:|confirmation_mailbox:.+inquiry_ip:/);
    expect(keys).not.toMatch(/203\.0|example/);
  });
});

test("when the database refuses, the visitor is told so and keeps what they typed", async () => {
  await db.$executeRaw`ALTER TABLE "Inquiry" RENAME TO "InquiryAway"`;
  try {
    expect(await send(formOf())).toMatchObject({
      status: "failed",
      code: "unavailable",
      values: { name: "Ana", message: "help", consent: "on" },
    });
  } finally {
    await db.$executeRaw`ALTER TABLE "InquiryAway" RENAME TO "Inquiry"`;
  }
});
