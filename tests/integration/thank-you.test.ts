import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { submitInquiryAction } from "@/lib/inquiries/actions";
import { currentConsent } from "@/lib/inquiries/consent";
import { newFormKey } from "@/lib/inquiries/inquiry-form-key";
import { openThankYou } from "@/lib/inquiries/thank-you";
import { eraseOwnInquiry } from "@/lib/receipts/mutations";
import { sign } from "@/lib/server/crypto";
import { db } from "@/lib/server/db";
import { ensureQueue } from "@/lib/server/queue";
import { LOCALES, type Locale } from "@/lib/shared/i18n";
import { cuttable } from "../support/cuttable-line";
import { forgetClients, testDatabase } from "../support/database";
import { receiptHolder, receiptTokenOf } from "../support/inquiry";
import { browser, formOf, outcomeOf } from "../support/staff-request";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);

testDatabase();

let line: Awaited<ReturnType<typeof cuttable>>;
beforeAll(async () => {
  line = await cuttable(process.env.DATABASE_URL!);
  process.env.DATABASE_URL = line.url;
  await ensureQueue();
});
afterAll(async () => {
  await forgetClients();
  await line.stop();
});

let ips = 0;
beforeEach(() => {
  ips += 1;
  browser.forget();
  browser.headers.set("x-socket-ip", `203.0.113.${ips}`);
});
afterEach(() => vi.useRealTimers());

const MINUTE_MS = 60_000;
const NONE = "BHR-222222";

let words = 0;
const newWords = () => `Question ${(words += 1)}`;
const newForm = () => newFormKey(currentConsent("en").version, Date.now() - MINUTE_MS);

/** Presses "Send" in this browser. @returns the reference in the URL that it is led to */
async function send(message: string, form = newForm(), locale: Locale = "en"): Promise<string> {
  const fields = { name: "Ana", email: "ana@example.org", message, consent: "on", locale, form };
  const outcome = await outcomeOf(() => submitInquiryAction({ status: "idle" }, formOf(fields)));
  return "redirect" in outcome ? (/BHR-.{6}$/.exec(outcome.redirect)?.[0] ?? "") : JSON.stringify(outcome);
}

const later = (minutes: number) => vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + minutes * MINUTE_MS });
const withLink = async (reference: string) => ({
  inquiry: { reference, confirmation: "usual" },
  receipt: { token: await receiptTokenOf(reference) },
});
const withoutLink = (reference: string) => ({ inquiry: { reference, confirmation: "usual" }, receipt: "mailed" });

describe.each(LOCALES)("who has just sent the form (%s) is shown their reference and the link", (locale) => {
  test("in the browser that sent it", async () => {
    const reference = await send(newWords(), newForm(), locale);
    expect(await openThankYou(reference)).toEqual(await withLink(reference));
  });

  test("when no answer came and they sent the same form again", async () => {
    const [message, form] = [newWords(), newForm()];
    const reference = await send(message, form, locale);
    browser.forget();
    expect(await send(message, form, locale)).toBe(reference);
    expect(await openThankYou(reference)).toEqual(await withLink(reference));
  });

  test("when they went back and sent the same from a new form", async () => {
    const message = newWords();
    const reference = await send(message, newForm(), locale);
    expect(await send(message, newForm(), locale)).toBe(reference);
    expect(await openThankYou(reference)).toEqual(await withLink(reference));
  });

  test("when they sent the form again after a quarter of an hour", async () => {
    const [message, form] = [newWords(), newForm()];
    const reference = await send(message, form, locale);
    later(16);
    expect(await openThankYou(reference)).toBeNull();
    expect(await send(message, form, locale)).toBe(reference);
    expect(await openThankYou(reference)).toEqual(await withLink(reference));
  });

  test("when two windows sent two inquiries", async () => {
    const references = [await send(newWords(), newForm(), locale), await send(newWords(), newForm(), locale)];
    for (const reference of references) expect(await openThankYou(reference)).toEqual(await withLink(reference));
  });

  test("when the database was killed once the inquiry was kept: at once the reference, and the link when it is back", async () => {
    line.cutAtCommit("after");
    const reference = await send(newWords(), newForm(), locale);
    expect(line.isCut()).toBe(true);
    const without = { inquiry: { reference, confirmation: null }, receipt: "later" };
    expect(await openThankYou(reference)).toEqual(without);
    line.mend();
    expect(await openThankYou(reference)).toEqual(await withLink(reference));
  });

  test("when the database was killed before it could say that the inquiry is kept", async () => {
    const [message, form, before] = [newWords(), newForm(), await db.inquiry.count()];
    line.cutAtCommit("before");
    expect(await send(message, form, locale)).toContain("unavailable");
    line.mend();
    const reference = await send(message, form, locale);
    expect(await openThankYou(reference)).toEqual(await withLink(reference));
    expect(await db.inquiry.count()).toBe(before + 1);
  });
});

describe("who proves nothing but the words", () => {
  test("is told that we have them, and the reference, and gets no way into the receipt", async () => {
    const message = newWords();
    const reference = await send(message);
    browser.forget();
    expect(await send(message)).toBe(reference);
    expect(await openThankYou(reference)).toEqual(withoutLink(reference));
    expect(await send(message)).toBe(reference);
    expect(await openThankYou(reference)).toEqual(withoutLink(reference));
  });

  test("is told the same while the database is away", async () => {
    const message = newWords();
    const reference = await send(message);
    browser.forget();
    await send(message);
    line.cutAtCommit("after");
    await send(newWords());
    expect(await openThankYou(reference)).toEqual({ inquiry: { reference, confirmation: null }, receipt: "mailed" });
    line.mend();
  });

  test("is nobody's own with a form that is not ours, whoever sent such a one before", async () => {
    const message = newWords();
    const reference = await send(message, "forged");
    browser.forget();
    expect(await send(message, "forged")).toBe(reference);
    expect(await openThankYou(reference)).toEqual(withoutLink(reference));
  });

  test("learns nothing of words that were sent more than an hour ago", async () => {
    const message = newWords();
    const reference = await send(message);
    browser.forget();
    later(61);
    const another = await send(message);
    expect(another).not.toBe(reference);
    expect(await openThankYou(another)).toEqual(await withLink(another));
  });
});

describe("every other browser is answered alike, whether there is such an inquiry or not", () => {
  const asked = async (reference: string, cookie: string | null) => {
    browser.forget();
    if (cookie !== null) for (const of of [reference, NONE]) browser.cookies.set(`sent-${of}`, cookie);
    return [await openThankYou(reference), await openThankYou(NONE)];
  };

  test.each([
    ["no cookie", () => null],
    ["some text", () => "x"],
    ["what is signed for a form", () => newForm()],
    ["that of another inquiry", (another: string) => browser.cookies.get(`sent-${another}`) ?? ""],
    ["an altered one", (another: string) => `${browser.cookies.get(`sent-${another}`)}x`],
    ["the token of another receipt", (_: string, token: string) => token],
  ])("%s", async (_, cookie) => {
    const [reference, another] = [await send(newWords()), await send(newWords())];
    expect(await asked(reference, cookie(another, await receiptTokenOf(another)))).toEqual([null, null]);
  });

  test("also where the inquiry is gone", async () => {
    expect(await asked(NONE, sign("sent inquiry", JSON.stringify([NONE, true, Date.now()])))).toEqual([null, null]);
  });
});

test("who has deleted the inquiry is not told that we have it", async () => {
  const reference = await send(newWords());
  await eraseOwnInquiry(await receiptHolder(reference));
  expect(await openThankYou(reference)).toBeNull();
});
