import "server-only";
import type { SystemActor } from "@/lib/audit/actor";
import { backupsUntil, oldestBackupAt } from "@/lib/backups/backup-days";
import { narrowConsentAgain, withdrawConsentAgain } from "@/lib/consents/mutations";
import { eraseEmail, eraseWords } from "@/lib/corrections/mutations";
import { declareInterestAgain } from "@/lib/interests/mutations";
import { INTEREST_REASONS } from "@/lib/interests/types";
import { markReplayed, openJournal } from "@/lib/journal/mutations";
import { compareJournal, needsOfJournal } from "@/lib/journal/queries";
import { secretOf, subjectHashes } from "@/lib/journal/subject";
import type { JournalAct, JournalEntry } from "@/lib/journal/types";
import { eraseInquiryAgain } from "@/lib/receipts/mutations";
import { db } from "@/lib/server/db";
import { logger } from "@/lib/server/logger";
import { voidPassword } from "@/lib/staff/jobs";
import { changeRoleAgain, removeStaffMemberAgain } from "@/lib/staff/mutations";
import { STAFF_ROLES } from "@/lib/staff/types";
import { findDeclaredListing, findSubjects, listLostSecrets, neededOf, type Subjects } from "./queries";
import { JournalSecretMissing } from "./secret-missing";
import type { Replay } from "./types";

/** One act, done again; it may be done already. The email of a member who has no password any more. */
type Again = (
  actor: SystemActor,
  subjectId: string,
  entry: JournalEntry,
  subjects: Subjects,
) => Promise<string | null | void>;

const voidAgain: Again = (actor, staffId, { at }) => voidPassword(actor, staffId, new Date(at));

const AGAIN: Record<JournalAct, Again> = {
  "correction.email_erased": async (actor, id) => void (await eraseEmail(actor, id, {})),
  "correction.erased": async (actor, id, { at }) => void (await eraseWords(actor, id, {}, new Date(at))),
  "inquiry.consent_narrowed": async (actor, id, { at, listings = [] }, subjects) =>
    narrowConsentAgain(actor, id, await subjects.listingsOf(listings), new Date(at)),
  "inquiry.consent_withdrawn": async (actor, id, { at }) => void (await withdrawConsentAgain(actor, id, new Date(at))),
  "inquiry.erased": async (actor, id, { at }) => void (await eraseInquiryAgain(actor, id, new Date(at))),
  "interest.declared": declareAgain,
  "staff.password_changed": voidAgain,
  "staff.password_set": voidAgain,
  "staff.removed": async (actor, id) => removeStaffMemberAgain(actor, id),
  "staff.role_changed": async (actor, id, { word }) => {
    const role = STAFF_ROLES.find((each) => each === word);
    if (role) await changeRoleAgain(actor, id, role);
  },
};

/**
 * Does again what the journal has and the database does not: after a restored backup, what was erased, ended or taken
 * away since. An act that is under way at this moment is waited for, and then found done. You may stop it and run it
 * again, and several processes may run it at once.
 * @throws JournalSecretMissing; also when the journal cannot be read or written, or the database does not answer
 */
export async function replayJournal(actor: SystemActor): Promise<Replay> {
  await openJournal(actor);
  const { pending, missing: absent, damaged } = await compareJournal();
  const missing = neededOf(absent).length;
  const { reachable, unreachable } = await splitBySecret(pending);
  const subjects = findSubjects();
  const withoutPassword = new Set<string>();
  let replayed = 0;
  for (const entry of reachable) {
    const { isDone, email } = await doAgain(actor, entry, subjects);
    if (isDone) replayed += 1;
    if (email) withoutPassword.add(email);
  }
  if (damaged.length > 0) logger.error("journal.damaged", { lines: damaged.length, first: damaged[0] });
  if (missing > 0) logger.warn("journal.incomplete", { missing });
  if (replayed > 0) logger.info("journal.replayed", { replayed });
  for (const [secret, lines] of Object.entries(unreachable)) logger.warn("journal.secret_lost", { secret, lines });
  await warnOfAbsentSecrets();
  return { replayed, missing, damaged, unreachable, withoutPassword: [...withoutPassword] };
}

const ourSecrets = () => new Set(subjectHashes("").map(secretOf));

/** An act that nobody can find the record of must not be taken for done, nor passed over unless somebody said so. */
async function splitBySecret(pending: readonly JournalEntry[]) {
  const [ours, lost] = [ourSecrets(), await listLostSecrets()];
  const reachable: JournalEntry[] = [];
  const unreachable: Record<string, number> = {};
  for (const entry of pending) {
    const secret = secretOf(entry.subject);
    if (entry.act === "journal.opened" || ours.has(secret)) reachable.push(entry);
    else if (lost.has(secret)) unreachable[secret] = (unreachable[secret] ?? 0) + 1;
    else throw new JournalSecretMissing(secret);
  }
  return { reachable, unreachable };
}

/** Nothing needs them today. After a restore, what they name could not be erased or ended again. */
async function warnOfAbsentSecrets(): Promise<void> {
  const [ours, lost] = [ourSecrets(), await listLostSecrets()];
  for (const [secret, { lines, newestAt }] of await needsOfJournal(oldestBackupAt()))
    if (!ours.has(secret) && !lost.has(secret))
      logger.warn("journal.secret_absent", { secret, lines, neededUntil: backupsUntil(newestAt).toISOString() });
}

async function doAgain(
  actor: SystemActor,
  entry: JournalEntry,
  subjects: Subjects,
): Promise<{ isDone: boolean; email: string | null }> {
  const { act, subject } = entry;
  const id = act === "journal.opened" ? undefined : await subjects.subjectOf(act, subject);
  // Perhaps the backup never had it; perhaps our secret is not the one that named it. So it counts as done only when it
  // was, and is looked for again at the next start, as long as a backup from before it may be restored.
  if (act !== "journal.opened" && id === undefined) {
    if (new Date(entry.at) < oldestBackupAt()) await markReplayed(db, entry);
    return { isDone: false, email: null };
  }
  const email = act === "journal.opened" ? null : await AGAIN[act](actor, id!, entry, subjects);
  await markReplayed(db, entry);
  return { isDone: true, email: email ?? null };
}

async function declareAgain(
  actor: SystemActor,
  staffId: string,
  { at, listings = [], word }: JournalEntry,
  subjects: Subjects,
): Promise<void> {
  const [listingId] = await subjects.listingsOf(listings);
  const listing = listingId && (await findDeclaredListing(listingId));
  const reason = INTEREST_REASONS.find((each) => each === word);
  if (listing && reason) await declareInterestAgain(actor, staffId, { listing, reason, declaredAt: new Date(at) });
}
