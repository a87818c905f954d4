import { randomUUID } from "node:crypto";
import { currentConsent } from "@/lib/inquiries/consent";
import { submitInquiry, type Submission } from "@/lib/inquiries/mutations";
import { db } from "@/lib/server/db";
import type { StaffSession } from "@/lib/staff/types";

export const outreachStaff = {
  staffId: "sam",
  name: "Sam",
  email: "sam@example.com",
  role: "outreach",
} as StaffSession;

/** A person's inquiry, taken as the form would: each one another. */
export async function newInquiry({ input, ...rest }: Partial<Submission> = {}): Promise<{
  id: string;
  reference: string;
}> {
  const { reference } = await submitInquiry({
    input: { name: "Ana", email: "ana@example.org", phone: undefined, message: randomUUID(), consent: true, ...input },
    locale: "en",
    consent: currentConsent("en"),
    formRandom: randomUUID(),
    spam: "clear",
    ...rest,
  });
  return db.inquiry.findUniqueOrThrow({ where: { reference }, select: { id: true, reference: true } });
}

/** A listed place's email for mail about people who look for care. */
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
