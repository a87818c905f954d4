import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach } from "vitest";
import { reportCorrection } from "@/lib/corrections/mutations";
import { declareInterest } from "@/lib/interests/mutations";
import { recordOutreach } from "@/lib/outreach/mutations";
import { db } from "@/lib/server/db";
import { ensureQueue } from "@/lib/server/queue";
import type { StaffSession } from "@/lib/staff/types";
import { formSender } from "./actors";
import { signInAdministrator } from "./administrator";
import { newInquiry, newListing, outreachStaff } from "./inquiry";
import { newLicense } from "./license";

interface JudgedPlace {
  /** An administrator, signed in. */
  sam: StaffSession;
  listingId: string;
  correctionId: string;
  outreachId: string;
}

/** Somebody else on the staff, who declared nothing. */
export const colleague = outreachStaff;
/** A license that is not the place's. */
export const OTHER_LICENSE = "190001AN";
export const ANSWER = { attribute: "BU", value: "yes" } as const;
export const CALL = { evidence: "They said so", asOf: "2026-11-20" } as const;
export const CHECK = { ...ANSWER, ...CALL };

/** A place for each test, with a report about it and a contact made there. Call it once, at the top of the file. */
export function judgedPlace() {
  const place = { listingId: "", correctionId: "", outreachId: "" } as JudgedPlace;

  beforeAll(async () => {
    await ensureQueue();
    await newLicense(OTHER_LICENSE);
    place.sam = await signInAdministrator();
    const { staffId: id, name, email, role } = colleague;
    await db.staffMember.create({ data: { id, name, email, role } });
  });

  beforeEach(async () => {
    const listingId = await newListing({ slug: `place-${randomUUID()}` });
    const words = { wrong: randomUUID(), right: undefined, evidence: undefined, email: undefined };
    const input = { topic: "contact", grounds: "asked_them", ...words } as const;
    const { reference } = await reportCorrection(formSender(), { input, listingId, locale: "en", spam: "clear" });
    const { id: correctionId } = await db.correction.findUniqueOrThrow({ where: { reference } });
    const { id: inquiryId } = await newInquiry();
    const made = await recordOutreach(colleague, { inquiryId, listingId, way: "call", shared: ["needs"] });
    if (made.status !== "ok") throw new Error(made.code);
    Object.assign(place, { listingId, correctionId, outreachId: made.id });
  });

  const declare = async () => {
    const where = { id: place.listingId };
    const { slug } = await db.listing.findUniqueOrThrow({ where, select: { slug: true } });
    return declareInterest(place.sam, slug, "owns_part");
  };
  return { place, declare };
}
