// A button that is pressed twice, one press after the other or both at once, does its work once and answers alike.
import { beforeAll, describe, expect, test, vi } from "vitest";
import { reportCorrection } from "@/lib/corrections/mutations";
import { addNoteAction, decideCorrectionAction, workInquiryAction } from "@/lib/desk/actions";
import { declareInterestAction } from "@/lib/interests/actions";
import {
  giveListingAction,
  mergeOperatorsAction,
  releaseListingAction,
  saveOperatorAction,
  takeOutNameAction,
} from "@/lib/operators/actions";
import { noteOutcomeAction, recordOutreachAction, saveNeedsAction } from "@/lib/outreach/actions";
import { createPostAction } from "@/lib/posts/actions";
import { db } from "@/lib/server/db";
import { saveTeamContactAction } from "@/lib/settings/actions";
import { addMemberAction, changePasswordAction, removeMemberAction, resetPasswordAction } from "@/lib/staff/actions";
import { newStaffKey } from "@/lib/staff/staff-form-key";
import { addStaffMember } from "@/lib/staff/mutations";
import { formSender, staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { newInquiry, newListing } from "../support/inquiry";
import { newOperator } from "../support/operators";
import { formOf, outcomeOf } from "../support/staff-request";
import { as, idOf, signInTwo } from "../support/two-staff-members";
import { unique } from "../support/unique";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();
beforeAll(signInTwo);

type Act = (previous: null, form: FormData) => Promise<unknown>;
type Fields = Record<string, string | number>;

const newMember = async () => {
  const added = await addStaffMember(staffSession(), { name: "New", email: `${unique()}@example.org`, role: "editor" });
  return added?.staffId ?? "";
};
const newCorrection = async () => {
  const said = { topic: "other", grounds: "other", wrong: unique(), right: undefined, evidence: undefined } as const;
  const input = { ...said, email: undefined };
  const { reference } = await reportCorrection(formSender(), {
    input,
    listingId: await newListing(),
    locale: "en",
    spam: "clear",
  });
  return (await db.correction.findUniqueOrThrow({ where: { reference } })).id;
};
/** What staff saw of an operator that is new. */
const seen = ({ id }: { id: string }) => ({ id, version: 1 });
const contact = async () => ({
  inquiryId: (await newInquiry()).id,
  listingId: await newListing(),
  way: "call",
  "share.needs": "on",
});

/** What each button sends, and what it writes down: once. */
const BUTTONS: Record<string, { act: Act; fields: () => Promise<Fields>; event: string }> = {
  "makes a post": {
    act: createPostAction,
    fields: async () => ({ title: `Post ${unique()}`, locale: "en" }),
    event: "post.created",
  },
  "adds a person": {
    act: addMemberAction,
    fields: async () => ({ name: "Ana", email: `${unique()}@example.org`, role: "editor" }),
    event: "staff.added",
  },
  "gives a new password": {
    act: resetPasswordAction,
    fields: async () => ({ staffId: await newMember() }),
    event: "staff.password_set",
  },
  "removes a person": {
    act: removeMemberAction,
    fields: async () => ({ staffId: await newMember() }),
    event: "staff.removed",
  },
  "adds a note": {
    act: addNoteAction,
    fields: async () => ({ id: (await newInquiry()).id, text: "Called." }),
    event: "inquiry.noted",
  },
  "writes down a call": { act: recordOutreachAction, fields: contact, event: "outreach.recorded" },
  "notes what came of a contact": {
    act: noteOutcomeAction,
    fields: async () => {
      const { inquiryId, listingId } = await contact();
      const consent = await db.consent.findFirstOrThrow({ where: { inquiryId } });
      const data = { inquiryId, listingId, consentId: consent.id, way: "call", staffMemberId: "sam" } as const;
      const { id } = await db.outreach.create({ data: { ...data, shared: ["needs"] } });
      return { id, inquiryId, outcome: "has_room", nextStep: "none" };
    },
    event: "outreach.outcome_noted",
  },
  "moves an inquiry on": {
    act: workInquiryAction,
    fields: async () => ({ id: (await newInquiry()).id, version: 1, status: "in_progress" }),
    event: "inquiry.status_changed",
  },
  "saves what a person needs": {
    act: saveNeedsAction,
    fields: async () => ({ id: (await newInquiry()).id, version: 1, near: "90033", "level:detox": "on" }),
    event: "inquiry.needs_changed",
  },
  "accepts a correction": {
    act: decideCorrectionAction,
    fields: async () => {
      const sent = { outcome: "nothing", publicNote: "It was so before.", attribute: "BU", value: "unknown" };
      const proof = { evidence: "They said so", asOf: "2026-11-20" };
      return { id: await newCorrection(), version: 1, status: "accepted", ...sent, ...proof };
    },
    event: "correction.accepted",
  },
  "marks a correction as spam": {
    act: decideCorrectionAction,
    fields: async () => ({ id: await newCorrection(), version: 1, status: "spam" }),
    event: "correction.marked_spam",
  },
  "declares an interest": {
    act: declareInterestAction,
    fields: async () => {
      const { slug } = await db.listing.findUniqueOrThrow({ where: { id: await newListing() } });
      return { listing: slug, reason: "family" };
    },
    event: "interest.declared",
  },
  "saves an operator": {
    act: saveOperatorAction,
    fields: async () => ({ ...seen(await newOperator()), name: unique(), legalEntities: "ONE, INC.\nTWO LLC" }),
    event: "operator.edited",
  },
  "merges an operator": {
    act: (_, form) => mergeOperatorsAction(form),
    fields: async () => ({ ...seen(await newOperator()), other: (await newOperator()).slug, otherVersion: 1 }),
    event: "operator.merged",
  },
  "takes a name out": {
    act: (_, form) => takeOutNameAction(form),
    fields: async () => {
      const [into, { id, slug, name }] = [await newOperator(), await newOperator()];
      const to = { operatorId: into.id };
      await db.operatorName.update({ where: { key: slug }, data: to });
      await db.listing.updateMany({ where: { name }, data: to });
      await db.operator.delete({ where: { id } });
      return { ...seen(into), key: slug };
    },
    event: "operator.name_taken_out",
  },
  "gives a listing": {
    act: giveListingAction,
    fields: async () => ({ ...seen(await newOperator()), listing: (await newOperator()).listings[0]!.slug }),
    event: "operator.listing_given",
  },
  "releases a listing": {
    act: (_, form) => releaseListingAction(form),
    fields: async () => {
      const { id, listings } = await newOperator();
      const data = { staffFields: ["operatorId"], name: unique() };
      await db.listing.update({ where: { id: listings[0]!.id }, data });
      return { id, version: 1, listingId: listings[0]!.id };
    },
    event: "operator.listing_released",
  },
  "saves a setting": {
    act: saveTeamContactAction,
    fields: async () => ({
      email: `${unique()}@example.org`,
      phone: "",
      answersWithin: "day",
      checkedOn: "2026-08-01",
    }),
    event: "setting.changed",
  },
};

const eventsSince = (at: Date, action: string) => db.auditEvent.count({ where: { action, at: { gte: at } } });

describe("a button that", () => {
  test.each(Object.entries(BUTTONS))("%s", async (name, { act, fields, event }) => {
    const form = formOf({
      $key: newStaffKey({ staffId: idOf.get("author") ?? "" }),
      $form: name,
      ...(await fields()),
    });
    const before = new Date();
    const press = () => outcomeOf(() => act(null, form));
    await as("author", async () => null);
    const outcomes = [...(await Promise.all([press(), press()])), await press()].map((each) => JSON.stringify(each));
    expect(new Set(outcomes).size).toBe(1);
    expect(outcomes[0]).not.toMatch(/conflict|failed|gone/);
    expect(await eventsSince(before, event)).toBe(1);
  });

  test("means something else when it is pressed with other words, or on a page that was loaded anew", async () => {
    const { id } = await newInquiry();
    const staffId = idOf.get("author") ?? "";
    const [page, anew] = [newStaffKey({ staffId }), newStaffKey({ staffId })];
    for (const [$key, text] of [
      [page, "One"],
      [page, "Two"],
      [anew, "Two"],
    ] as const)
      await as("author", () => addNoteAction(null, formOf({ $key, $form: "note", id, text })));
    expect(await db.inquiryNote.count({ where: { inquiryId: id } })).toBe(3);
  });
});

test("one's own password is changed once, and the second press is told so", async () => {
  const words = { currentPassword: "correct horse battery", newPassword: "another horse battery" };
  const form = formOf({ $key: newStaffKey({ staffId: idOf.get("author") ?? "" }), $form: "password", ...words });
  const changed = { answer: { status: "ok" } };
  expect(await as("author", () => changePasswordAction(null, form))).toMatchObject(changed);
  expect(await outcomeOf(() => changePasswordAction(null, form))).toMatchObject(changed);
});
