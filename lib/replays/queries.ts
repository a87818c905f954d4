import "server-only";
import { oldestBackupAt } from "@/lib/backups/backup-days";
import { journalFolder } from "@/lib/journal/folder";
import { compareJournal } from "@/lib/journal/queries";
import { subjectHashes } from "@/lib/journal/subject";
import type { JournalAct, KnownLine } from "@/lib/journal/types";
import { db } from "@/lib/server/db";
import { JournalUnreadable } from "@/lib/journal/unreadable";
import type { JournalStanding } from "./types";

const select = { id: true } as const;
const IDS = {
  correction: () => db.correction.findMany({ select }),
  inquiry: () => db.inquiry.findMany({ select }),
  listing: () => db.listing.findMany({ select }),
  staff: () => db.staffMember.findMany({ select }),
};
type Noun = keyof typeof IDS;

const NOUNS: Record<JournalAct, Noun> = {
  "correction.email_erased": "correction",
  "correction.erased": "correction",
  "inquiry.consent_narrowed": "inquiry",
  "inquiry.consent_withdrawn": "inquiry",
  "inquiry.erased": "inquiry",
  "interest.declared": "staff",
  "staff.password_changed": "staff",
  "staff.password_set": "staff",
  "staff.removed": "staff",
  "staff.role_changed": "staff",
};

/** Finds the records that the journal names by keyed hashes. */
export interface Subjects {
  /** The id of the record that an act is about; undefined when the database does not have it. */
  subjectOf: (act: JournalAct, hash: string) => Promise<string | undefined>;
  /** Ids of listings, without those that are gone. */
  listingsOf: (hashes: readonly string[]) => Promise<string[]>;
}

/** A hash tells no id, so every id of a noun is hashed, once and when it is first needed. */
export function findSubjects(): Subjects {
  const known = new Map<Noun, Promise<Map<string, string>>>();
  const hashesOf = (noun: Noun) => {
    const hashes = known.get(noun) ?? hashAll(noun);
    known.set(noun, hashes);
    return hashes;
  };
  return {
    subjectOf: async (act, hash) => (await hashesOf(NOUNS[act])).get(hash),
    listingsOf: async (hashes) => {
      const listings = await hashesOf("listing");
      return hashes.flatMap((hash) => listings.get(hash) ?? []);
    },
  };
}

async function hashAll(noun: Noun): Promise<Map<string, string>> {
  const rows = await IDS[noun]();
  return new Map(rows.flatMap(({ id }) => subjectHashes(id).map((hash): [string, string] => [hash, id])));
}

/** Ids of the secrets that somebody said to be lost. */
export async function listLostSecrets(): Promise<Set<string>> {
  const where = { kind: "secret", lostAt: { not: null } } as const;
  return new Set((await db.keyFingerprint.findMany({ where, select: { keyId: true } })).map(({ keyId }) => keyId));
}

/** Which listing an interest was declared in. */
export async function findDeclaredListing(id: string): Promise<{ id: string; slug: string } | null> {
  return db.listing.findUnique({ where: { id }, select: { id: true, slug: true } });
}

/** Lines without which a backup that is still kept would bring back what they ended. Every later backup knows it. */
export function neededOf(missing: readonly KnownLine[]): KnownLine[] {
  const oldest = oldestBackupAt();
  return missing.filter(({ at }) => at >= oldest);
}

/** Whether the journal of this process's folder is whole. @throws when the database does not answer */
export async function findJournalStanding(): Promise<JournalStanding> {
  const folder = journalFolder();
  try {
    const { missing, damaged } = await compareJournal();
    const needed = neededOf(missing);
    const newestMissingAt = needed.at(-1)?.at ?? null;
    return { state: "read", folder, missingLines: needed.length, newestMissingAt, damaged };
  } catch (error) {
    if (error instanceof JournalUnreadable) return { state: "unreadable", folder, code: error.code };
    throw error;
  }
}
