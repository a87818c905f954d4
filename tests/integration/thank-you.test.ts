import { beforeEach, expect, test, vi } from "vitest";
import { currentConsent } from "@/lib/inquiries/consent";
import { submitInquiry } from "@/lib/inquiries/mutations";
import { openThankYou } from "@/lib/inquiries/thank-you";
import { testDatabase } from "../support/database";
import { receiptTokenOf } from "../support/inquiry";

const visitor = vi.hoisted(() => ({ cookies: new Map<string, { value: string }>(), headers: new Headers() }));
vi.mock("next/headers", () => ({
  headers: () => Promise.resolve(visitor.headers),
  cookies: () => Promise.resolve({ get: (name: string) => visitor.cookies.get(name) }),
}));

testDatabase();
beforeEach(() => visitor.cookies.clear());

const NONE = "BHR-222222";

let sent = 0;

async function sentReference(): Promise<string> {
  sent += 1;
  const email = `ana.${sent}@example.org`;
  const input = { name: "Ana", email, phone: undefined, message: "A question", consent: true } as const;
  const content = { input, locale: "en", consent: currentConsent("en"), spam: "clear" } as const;
  return (await submitInquiry({ formRandom: `form ${sent}` }, content)).reference;
}

test("shows the inquiry to the browser that has just sent it", async () => {
  visitor.headers.set("x-socket-ip", "203.0.113.31");
  const reference = await sentReference();
  visitor.cookies.set("receipt", { value: await receiptTokenOf(reference) });
  expect(await openThankYou(reference)).toMatchObject({
    inquiry: { reference },
    token: await receiptTokenOf(reference),
  });
});

test("answers every other browser alike, whether there is such an inquiry or not", async () => {
  visitor.headers.set("x-socket-ip", "203.0.113.32");
  const [reference, another] = [await sentReference(), await sentReference()];
  for (const cookie of [null, "x", await receiptTokenOf(another)]) {
    visitor.cookies.clear();
    if (cookie) visitor.cookies.set("receipt", { value: cookie });
    expect([await openThankYou(reference), await openThankYou(NONE)]).toEqual([null, null]);
  }
});

test("after thirty references that were not its own, an IP is shown none for a while", async () => {
  visitor.headers.set("x-socket-ip", "203.0.113.33");
  const reference = await sentReference();
  const token = await receiptTokenOf(reference);
  const asMany = async () => {
    for (let count = 0; count < 30; count += 1) await openThankYou(NONE);
  };
  // Without a receipt nothing is looked up, and nothing counted.
  await asMany();
  visitor.cookies.set("receipt", { value: token });
  expect(await openThankYou(reference)).not.toBeNull();
  await asMany();
  expect(await openThankYou(reference)).toBeNull();
  visitor.headers.set("x-socket-ip", "203.0.113.34");
  expect(await openThankYou(reference)).not.toBeNull();
});
