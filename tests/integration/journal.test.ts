import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { system } from "@/lib/audit/actor";
import { AUDIT_ACTIONS } from "@/lib/audit/types";
import { decideCorrection, eraseEmail, eraseWords, reportCorrection } from "@/lib/corrections/mutations";
import { declareInterest } from "@/lib/interests/mutations";
import { tellJournal } from "@/lib/journal/mutations";
import { compareJournal } from "@/lib/journal/queries";
import { JOURNAL_ACTS, type JournalAct } from "@/lib/journal/types";
import { eraseAction, narrowAction, withdrawAction } from "@/lib/receipts/actions";
import { replayBeforeOpening, replayUntilDone } from "@/lib/replays/jobs";
import { replayJournal } from "@/lib/replays/mutations";
import { db } from "@/lib/server/db";
import { isOpen, setOpen } from "@/lib/server/opening";
import { changePasswordAction } from "@/lib/staff/actions";
import { changeRole, removeStaffMember, setPassword } from "@/lib/staff/mutations";
import { formSender, staffSession } from "../support/actors";
import { testDatabase } from "../support/database";
import { formerState } from "../support/former-state";
import { newInquiry, newListing, receiptTokenOf } from "../support/inquiry";
import { formOf } from "../support/staff-request";
import { as, idOf, signInTwo } from "../support/two-staff-members";

vi.mock("next/headers", async () => (await import("../support/staff-request")).nextHeaders);
vi.mock("next/cache", async () => (await import("../support/staff-request")).nextCache);

testDatabase();

const folder = () => path.join(process.env.DATA_DIR!, "journal");
const replay = () => replayJournal(system("replay"));
const admin = staffSession({ staffId: "another", role: "admin" });
const PASSWORD = "correct horse battery";

let places: { id: string; slug: string }[];
let inquiry: { id: string; token: string };
let correctionId = "";

beforeAll(async () => {
  for (const slug of ["first", "second", "third"]) await newListing({ slug });
  places = await db.listing.findMany({ orderBy: { slug: "asc" }, select: { id: true, slug: true } });
});

beforeEach(async () => {
  await signInTwo();
  const { id, reference } = await newInquiry({
    input: { name: "Quetzal", email: "quetzal@example.org", phone: undefined, message: randomUUID(), consent: true },
  });
  inquiry = { id, token: await receiptTokenOf(reference) };
  correctionId = await newCorrection();
  await replay();
});

async function newCorrection(): Promise<string> {
  const input = {
    topic: "contact",
    grounds: "went_there",
    wrong: randomUUID(),
    right: "",
    evidence: "",
    email: "ana@example.org",
  } as const;
  const report = { input, listingId: places[0]!.id, locale: "en", spam: "clear" } as const;
  const { reference } = await reportCorrection(formSender(), report);
  const { id } = await db.correction.findUniqueOrThrow({ where: { reference }, select: { id: true } });
  const decision = { status: "declined", declineReason: "no" } as const;
  await decideCorrection(admin, id, 1, decision);
  return id;
}

const second = () => idOf.get("second")!;
const memberOf = () => db.staffMember.findUnique({ where: { id: second(), removedAt: null }, select: { role: true } });
const passwordOf = async (id: string) =>
  (await db.staffAccount.findFirstOrThrow({ where: { staffMemberId: id } })).password;

/** Each act, and what must be so afterward: done by itself, and again after the restore. */
const ACTS: Record<JournalAct, { act: () => Promise<unknown>; state: () => Promise<unknown> }> = {
  "inquiry.erased": {
    act: () => eraseAction(inquiry.token),
    state: async () => {
      const { name, email, message, status, erasedAt } = await db.inquiry.findUniqueOrThrow({
        where: { id: inquiry.id },
      });
      return { name, email, message, status, isErased: erasedAt !== null };
    },
  },
  "inquiry.consent_withdrawn": { act: () => withdrawAction(inquiry.token), state: () => consents() },
  "inquiry.consent_narrowed": { act: () => narrowAction(inquiry.token, ["second", "third"]), state: () => consents() },
  "correction.erased": {
    act: () => eraseWords(system("retention"), correctionId, {}),
    state: async () => {
      const { wrong, email, erasedAt } = await db.correction.findUniqueOrThrow({ where: { id: correctionId } });
      return { wrong, email, isErased: erasedAt !== null };
    },
  },
  "correction.email_erased": {
    act: () => eraseEmail(system("retention"), correctionId, {}),
    state: async () => (await db.correction.findUniqueOrThrow({ where: { id: correctionId } })).email,
  },
  "interest.declared": {
    act: () => declareInterest(staffSession({ staffId: second(), role: "editor" }), "first", "family"),
    state: () =>
      db.interest.findMany({ select: { staffMemberId: true, listingId: true, reason: true, endedAt: true } }),
  },
  "staff.removed": { act: () => removeStaffMember(admin, second()), state: memberOf },
  "staff.role_changed": { act: () => changeRole(admin, second(), "outreach"), state: memberOf },
  "staff.password_set": {
    act: () => setPassword(admin, second(), "another horse battery"),
    state: async () => ({ letsFormerIn: (await passwordOf(second())) === former.get(second()) }),
  },
  "staff.password_changed": {
    act: () =>
      as("author", () =>
        changePasswordAction(null, formOf({ currentPassword: PASSWORD, newPassword: "another horse battery" })),
      ),
    state: async () => ({ letsFormerIn: (await passwordOf(idOf.get("author")!)) === former.get(idOf.get("author")!) }),
  },
};
const former = new Map<string, string | null>();

const consents = () =>
  db.consent.findMany({
    where: { inquiryId: inquiry.id },
    orderBy: { givenAt: "asc" },
    select: { scope: true, ending: true, places: { select: { listingId: true }, orderBy: { listingId: "asc" } } },
  });

describe("what no restored backup may undo", () => {
  test.each(JOURNAL_ACTS)("%s is done again before the site opens, once", async (name) => {
    const { act, state } = ACTS[name];
    for (const { staffMemberId, password } of await db.staffAccount.findMany()) former.set(staffMemberId, password);
    const before = await state();
    const restore = await formerState();
    await act();
    const after = await state();
    expect(after).not.toEqual(before);
    await restore();
    expect(await state()).toEqual(before);
    expect(await replay()).toMatchObject({ replayed: 1, damaged: [], missing: 0 });
    expect(await state()).toEqual(after);
    const events = await db.auditEvent.count();
    expect(await replay()).toMatchObject({ replayed: 0 });
    expect(await db.auditEvent.count()).toBe(events);
  });

  test("every act that ends or takes away is in the journal", () => {
    const ends = AUDIT_ACTIONS.filter((action) =>
      /(erased|withdrawn|narrowed|removed|role_changed|password_(set|changed)|interest\.declared)$/.test(action),
    );
    expect(JOURNAL_ACTS).toEqual(expect.arrayContaining(ends));
  });

  test("acts follow each other as they happened: narrowed, then withdrawn; another role, then removed", async () => {
    const restore = await formerState();
    await narrowAction(inquiry.token, ["second"]);
    await withdrawAction(inquiry.token);
    await changeRole(admin, second(), "outreach");
    await removeStaffMember(admin, second());
    const after = await consents();
    await restore();
    await replay();
    expect(await consents()).toEqual(after);
    expect(await memberOf()).toBeNull();
  });

  test("a person erased again is written to no second time, and the audit says who did it", async () => {
    const restore = await formerState();
    await eraseAction(inquiry.token);
    await restore();
    await replay();
    expect(await db.mail.count({ where: { inquiryId: inquiry.id, kind: "erasure" } })).toBe(0);
    const where = { subjectId: inquiry.id, action: "inquiry.erased" };
    expect(await db.auditEvent.findFirstOrThrow({ where })).toMatchObject({
      actorName: "replay",
      after: { asked: "replay" },
    });
  });

  test("whose password is gone is named, so that somebody gives them a new one", async () => {
    const restore = await formerState();
    await setPassword(admin, second(), "another horse battery");
    await restore();
    expect(await replay()).toMatchObject({ withoutPassword: ["second@example.org"] });
    expect(await db.staffLogin.count({ where: { staffMemberId: second() } })).toBe(0);
  });

  test("an act about what the backup never had needs nothing", async () => {
    const restore = await formerState();
    const { id, reference } = await newInquiry();
    await eraseAction(await receiptTokenOf(reference));
    await restore();
    expect(await replay()).toMatchObject({ replayed: 0 });
    expect(await db.inquiry.count({ where: { id } })).toBe(0);
  });

  test("two processes that open at once do it once", async () => {
    const { pending } = await compareJournal();
    const restore = await formerState();
    await withdrawAction(inquiry.token);
    await eraseAction(inquiry.token);
    await restore();
    await Promise.all([replay(), replay(), replay()]);
    const where = { subjectId: inquiry.id, actorName: "replay" };
    expect(await db.auditEvent.count({ where })).toBe(2);
    expect(await compareJournal()).toMatchObject({ pending });
  });
});

describe("the journal", () => {
  test("holds no id and nothing of a person", async () => {
    await narrowAction(inquiry.token, ["second"]);
    await eraseAction(inquiry.token);
    await removeStaffMember(admin, second());
    const text = readdirSync(folder())
      .map((name) => readFileSync(path.join(folder(), name), "utf8"))
      .join("");
    expect(text).toContain("inquiry.erased");
    for (const word of [inquiry.id, inquiry.token, second(), "quetzal", "second@example.org", places[1]!.id, "second"])
      expect(text.toLowerCase()).not.toContain(word.toLowerCase());
  });

  test("that cannot be written lets nothing be done: the person is told to try again, and it succeeds then", async () => {
    const before = await consents();
    await withoutJournal(async () => {
      expect(await withdrawAction(inquiry.token)).toBe("unavailable");
      expect(await narrowAction(inquiry.token, ["second"])).toBe("unavailable");
      expect(await eraseAction(inquiry.token)).toBe("unavailable");
      await expect(removeStaffMember(admin, second())).rejects.toThrow("could not be written");
      await expect(setPassword(admin, second(), "another horse battery")).rejects.toThrow("could not be written");
    });
    expect(await consents()).toEqual(before);
    expect(await memberOf()).not.toBeNull();
    expect(await withdrawAction(inquiry.token)).toBe("withdrawn");
  });

  test("of an act whose transaction failed has it, and the next replay does it", async () => {
    await expect(
      db.$transaction(async (tx) => {
        await tellJournal(tx, admin, { act: "inquiry.consent_withdrawn", subjectId: inquiry.id });
        throw new Error("the database went away");
      }),
    ).rejects.toThrow("went away");
    expect(await replay()).toMatchObject({ replayed: 1 });
    expect(await consents()).toMatchObject([{ ending: "withdrawn" }]);
  });

  test("that lies elsewhere is missed, and a line that nobody can read is named", async () => {
    await withdrawAction(inquiry.token);
    const here = process.env.DATA_DIR!;
    vi.stubEnv("JOURNAL_DIR", path.join(here, "elsewhere"));
    vi.resetModules();
    const { compareJournal: compare } = await import("@/lib/journal/queries");
    const { missing } = await compare();
    expect(missing).toHaveLength(await db.journalEntry.count());
    vi.unstubAllEnvs();
    const file = path.join(folder(), "2026-01-01T00-00-00-000Z-00000000.jsonl");
    writeFileSync(file, '{"id":"not one"}\n');
    expect((await compareJournal()).damaged).toEqual([`${path.basename(file)}:1`]);
    rmSync(file);
  });

  test("is replayed before a process says that it is open", async () => {
    const restore = await formerState();
    await withdrawAction(inquiry.token);
    await restore();
    await replayBeforeOpening();
    expect(isOpen()).toBe(true);
    expect(await consents()).toMatchObject([{ ending: "withdrawn" }]);
    setOpen(false);
    await replayUntilDone();
    expect(isOpen()).toBe(true);
  });
});

/** A full disk and a folder that nobody may write are one to us: here the folder is a file. */
async function withoutJournal(work: () => Promise<void>): Promise<void> {
  const away = `${folder()}-away`;
  renameSync(folder(), away);
  writeFileSync(folder(), "");
  try {
    await work();
  } finally {
    rmSync(folder());
    renameSync(away, folder());
  }
}
