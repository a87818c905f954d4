import { randomUUID } from "node:crypto";
import type { FormSender, ReceiptHolder } from "@/lib/audit/actor";
import { currentConsent } from "@/lib/inquiries/consent";
import { submitInquiry, type Submission } from "@/lib/inquiries/mutations";
import { findReceiptToken } from "@/lib/inquiries/queries";
import { findReceipt } from "@/lib/receipts/queries";
import { db } from "@/lib/server/db";
import { staffSession } from "./actors";

export const outreachStaff = staffSession({ staffId: "sam", role: "outreach" });

/** A person's inquiry, taken as the form would: each one another. */
export async function newInquiry({
  input,
  formRandom = randomUUID(),
  ...rest
}: Partial<Submission & FormSender> = {}): Promise<{
  id: string;
  reference: string;
}> {
  const { reference } = await submitInquiry(
    { formRandom },
    {
      input: {
        name: "Ana",
        email: "ana@example.org",
        phone: undefined,
        message: randomUUID(),
        consent: true,
        ...input,
      },
      locale: "en",
      consent: currentConsent("en"),
      spam: "clear",
      ...rest,
    },
  );
  return db.inquiry.findUniqueOrThrow({ where: { reference }, select: { id: true, reference: true } });
}

/** The token of a person's receipt, as their mail has it. */
export async function receiptTokenOf(reference: string): Promise<string> {
  const token = await findReceiptToken(reference);
  if (token === null) throw new Error(`${reference} has no receipt.`);
  return token;
}

/** The person of an inquiry, as its receipt lets them in. */
export async function receiptHolder(reference: string): Promise<ReceiptHolder> {
  const found = await findReceipt(await receiptTokenOf(reference));
  if (found.state !== "open") throw new Error(`The receipt is ${found.state}.`);
  return found.holder;
}

/** A listed place's address for mail about people who look for care. */
export const MAILBOX = {
  outreachEmail: "intake@place.example",
  outreachEmailSource: "https://place.example/new-clients",
  outreachEmailSeenOn: new Date("2026-11-20"),
};

let listings = 0;

/** A listed place. */
export async function newListing(
  changes: {
    slug?: string;
    status?: "draft" | "published" | "archived";
    closedOn?: Date;
    closedReason?: string;
  } & Partial<typeof MAILBOX> = {},
): Promise<string> {
  listings += 1;
  const { id } = await db.listing.create({
    data: {
      slug: `place-${listings}`,
      status: "published",
      name: `Place ${listings}`,
      street: "1 Main St",
      city: "Los Angeles",
      state: "CA",
      zip: "90033",
      kind: "outpatient",
      ...changes,
    },
    select: { id: true },
  });
  return id;
}
