import { expect, type Page } from "@playwright/test";
import { ageForm } from "./form-age";
import { AURORA } from "./public-pages";
import { unique, uniquePhone } from "./unique";

export const CONSENT_LABEL = "I give permission to Best Heroin Rehab to reach out to firms on my behalf.";
/** What an inquiry is called. */
export const INQUIRY_REFERENCE = /BHR-[2-9A-HJ-NP-Z]{6}/;
/** What a correction is called. */
export const CORRECTION_REFERENCE = /COR-[2-9A-HJ-NP-Z]{6}/;

export interface Person {
  name: string;
  email: string;
  phone?: string;
  message: string;
}

/** Another person each time: one contact can send a few inquiries an hour only. */
export const newPerson = (given: Partial<Person> = {}): Person => ({
  name: "Ana",
  email: `visitor-${unique()}@example.org`,
  message: "Where can I start methadone?",
  ...given,
});

/** Fills the inquiry form; consent is ticked by whoever gives it. */
export async function fillInquiry(page: Page, { name, email, phone, message } = newPerson()): Promise<void> {
  await page.getByLabel("Name or nickname", { exact: true }).fill(name);
  await page.getByLabel("Email", { exact: true }).fill(email);
  if (phone) await page.getByLabel("Phone", { exact: true }).fill(phone);
  await page.getByLabel("Your message").fill(message);
}

export const send = (page: Page) => page.getByRole("button", { name: "Send", exact: true }).click();

/**
 * Somebody writes to us as people do, gives consent, and lets a place know their phone number when they have one.
 * @returns the reference on the thank-you page, where the browser is left
 */
export async function sendInquiry(
  page: Page,
  person: Person,
  { scripts = true, path = "/contact" } = {},
): Promise<string> {
  await page.goto(path);
  await fillInquiry(page, person);
  if (person.phone) {
    await page.locator("summary", { hasText: "More choices" }).click();
    await page.getByRole("checkbox", { name: "My phone number" }).check();
  }
  await page.getByLabel(CONSENT_LABEL).check();
  await ageForm(page, "inquiry form", { scripts });
  await send(page);
  await page.waitForURL(/thank-you\?reference=/);
  return new URL(page.url()).searchParams.get("reference") ?? "";
}

/** Somebody with a phone whom a place may call. */
export const newCaller = (name: string): Person & { phone: string } => ({
  ...newPerson({ name: `${name}${unique()}`, message: "A story that no place is told" }),
  phone: uniquePhone(),
});

export const CORRECTED = `/listings/${AURORA}`;
export const newMistake = () => `The phone number is wrong (${unique()})`;

/** Types what the form on a listing's correction page asks for. */
export async function typeCorrection(page: Page, mistake = newMistake()): Promise<void> {
  await page.getByLabel("What is it about?").selectOption({ label: "Name, address or phone" });
  await page.getByLabel("What is wrong?").fill(mistake);
  await page.getByLabel("How do you know?").selectOption({ label: "I called or visited and asked" });
}

/** Lets that form be old enough to be read. */
export const ageCorrection = (page: Page, { scripts = true } = {}) => ageForm(page, "correction form", { scripts });

/** Fills that form, and lets it be old enough to be read. */
export async function fillCorrection(page: Page, { mistake = newMistake(), scripts = true } = {}): Promise<void> {
  await typeCorrection(page, mistake);
  await ageCorrection(page, { scripts });
}

/** @returns the reference on the page that thanks for a report. */
export async function correctionReference(page: Page): Promise<string> {
  const shown = page.getByText(CORRECTION_REFERENCE).first();
  await expect(shown).toBeVisible();
  return CORRECTION_REFERENCE.exec((await shown.textContent()) ?? "")?.[0] ?? "";
}
