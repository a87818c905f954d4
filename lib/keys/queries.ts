import "server-only";
import { oldestBackupAt } from "@/lib/backups/backup-days";
import { formerReceiptToken, RECEIPT_HASH_PREFIX } from "@/lib/inquiries/receipt-token";
import { secretsOfJournal } from "@/lib/journal/queries";
import { decrypt } from "@/lib/server/crypto";
import { db } from "@/lib/server/db";
import { keyFingerprint, type KeyKind } from "@/lib/server/key-ring";
import { keysInUse } from "@/lib/server/reencryption";
import { hashedWithSql, sealedWithSql, valuesSql } from "./needed-sql";
import { isAlive, opens, ringOf, SETTINGS } from "./ring";
import { SEALED_TABLES } from "./sealed-tables";
import type { KeyProblem } from "./types";

type Known = Awaited<ReturnType<typeof listKnown>>;

/**
 * Compares the keys of the environment with the database, before it is used with them; no problems when they fit.
 * @throws when the database does not answer: that says nothing of the keys
 */
export async function checkKeys(): Promise<KeyProblem[]> {
  const known = await listKnown();
  const wrong = [...wrongIds(known, "encryption"), ...wrongIds(known, "secret")];
  if (wrong.length > 0) return wrong;
  const found = await Promise.all([
    missing(known, "encryption"),
    missing(known, "secret"),
    closedValues(known),
    unmadeReceipts(),
  ]);
  return found.flat();
}

/** For `/api/ready`: whether the keys fit, and what is wrong in words. Never throws. */
export async function checkKeyReadiness(): Promise<{ keys: boolean; problems: string[] }> {
  try {
    const problems = await checkKeys();
    return { keys: problems.length === 0, problems: problems.map(({ words }) => words) };
  } catch {
    return { keys: false, problems: ["The keys are not checked: the database does not answer, or is not migrated."] };
  }
}

function listKnown() {
  const select = { kind: true, keyId: true, fingerprint: true, canary: true, lostAt: true } as const;
  return db.keyFingerprint.findMany({ orderBy: [{ kind: "asc" }, { firstSeenAt: "asc" }], select });
}

function wrongIds(known: Known, kind: KeyKind): KeyProblem[] {
  return ringOf(kind).flatMap((key): KeyProblem[] => {
    const record = known.find((each) => each.kind === kind && each.keyId === key.id);
    if (!record?.fingerprint) return [];
    const isSame = record.fingerprint === keyFingerprint(kind, key);
    if (isSame && (record.canary === null || isAlive(key.id, record.canary))) return [];
    const words =
      `${SETTINGS[kind]}: ${key.id} is not the key that this database knows by that id. ` +
      `Put the former ${key.id} back. A new key needs a new id, and stands in front of the former ones.`;
    return [{ trouble: "wrong", words }];
  });
}

async function missing(known: Known, kind: KeyKind): Promise<KeyProblem[]> {
  const ring = new Set(ringOf(kind).map(({ id }) => id));
  const ids = new Set(known.filter((each) => each.kind === kind).map(({ keyId }) => keyId));
  // Values that are older than our records of keys.
  if (kind === "encryption" && ids.size === 0)
    for (const table of SEALED_TABLES) for (const id of Object.keys(await keysInUse(table))) ids.add(id);
  const lost = new Set(known.filter((each) => each.kind === kind && each.lostAt).map(({ keyId }) => keyId));
  const absent = [...ids].filter((id) => !ring.has(id) && !lost.has(id));
  const needed = await Promise.all(absent.map(async (id) => ((await isNeeded(kind, id)) ? id : null)));
  return needed.flatMap((id): KeyProblem[] => (id === null ? [] : [{ trouble: "missing", words: WORDS[kind](id) }]));
}

const WORDS: Record<KeyKind, (id: string) => string> = {
  encryption: (id) =>
    `ENCRYPTION_KEYS: ${id} is missing, and values of this database need it. Put it back behind the others. ` +
    `npm run reencrypt says when it may be removed. If it is lost for good: npm run reencrypt -- --lost ${id}`,
  secret: (id) =>
    `APP_SECRET: ${id} is missing, and hashes of this database were made with it. Put it back behind the others. ` +
    "npm run reencrypt says when it may be removed. If it is lost for good: npm run reencrypt makes them anew",
};

/** The absent keys that nothing needed when this process first looked. */
const unneeded = new Set<string>();

async function isNeeded(kind: KeyKind, id: string): Promise<boolean> {
  const name = `${kind} ${id}`;
  if (unneeded.has(name)) return false;
  const [row] = await db.$queryRaw<{ needed: boolean }[]>(
    kind === "encryption" ? sealedWithSql(id) : hashedWithSql(id),
  );
  if (!row?.needed) unneeded.add(name);
  return row?.needed === true;
}

/** How many values of one key are tried before we say that it does not open its values: one may be damaged. */
const TRIED = 5;

/** A key that is new to our records may be a wrong one with a known id: it must open what carries its id. */
async function closedValues(known: Known): Promise<KeyProblem[]> {
  const recorded = new Set(known.filter(({ kind }) => kind === "encryption").map(({ keyId }) => keyId));
  const unrecorded = ringOf("encryption").filter(({ id }) => !recorded.has(id));
  const found = await Promise.all(
    unrecorded.map(async ({ id }): Promise<KeyProblem[]> => {
      const tried = await valuesOf(id);
      if (tried.length === 0 || tried.some((isOpen) => isOpen)) return [];
      const words = `ENCRYPTION_KEYS: ${id} does not open what this database sealed with ${id}. Put the former ${id} back.`;
      return [{ trouble: "wrong", words }];
    }),
  );
  return found.flat();
}

/** Whether each of a few values of a key opens. */
async function valuesOf(keyId: string): Promise<boolean[]> {
  const tried: boolean[] = [];
  for (const { model, columns } of SEALED_TABLES)
    for (const column of columns) {
      const rows = await db.$queryRaw<{ row: string; envelope: string }[]>(valuesSql(model, column, keyId, TRIED));
      tried.push(
        ...rows.map(({ row, envelope }) => opens(() => decrypt(envelope, { model, column, row }).length >= 0)),
      );
      if (tried.length >= TRIED) return tried;
    }
  return tried;
}

let areReceiptsOurs = false;

/** Receipts of former versions, which were made with the secret: the only thing that knows it before we recorded it. */
async function unmadeReceipts(): Promise<KeyProblem[]> {
  if (areReceiptsOurs) return [];
  const [receipt] = await db.$queryRaw<{ reference: string; hash: string }[]>`
    SELECT "reference", "receiptHash" AS hash FROM "Inquiry"
    WHERE "receiptHash" IS NOT NULL AND NOT starts_with("receiptHash", ${RECEIPT_HASH_PREFIX}) ORDER BY "id" DESC LIMIT 1`;
  areReceiptsOurs = !receipt || formerReceiptToken(receipt.reference, receipt.hash) !== null;
  if (areReceiptsOurs) return [];
  const words =
    "APP_SECRET: the secret is missing with which the receipts of this database were made. Put it back behind the " +
    "others. If it is lost for good: npm run reencrypt -- --lost-receipts gives these inquiries new links";
  return [{ trouble: "receipts", words }];
}

/** How many stored things need each secret, by what they are and the secret's id; `former`: made by a former version. */
export async function secretsInUse(): Promise<Record<string, Record<string, number>>> {
  const rows = await db.$queryRaw<{ what: string; id: string; count: bigint }[]>`
    SELECT what, CASE WHEN position('.' IN hash) > 0 THEN split_part(hash, '.', 1) ELSE 'former' END AS id, count(*)
    FROM (SELECT 'contacts' AS what, "emailHash" AS hash FROM "Inquiry"
          UNION ALL SELECT 'contacts', "phoneHash" FROM "Inquiry"
          UNION ALL SELECT 'receipts', "receiptHash" FROM "Inquiry" WHERE NOT starts_with("receiptHash", ${RECEIPT_HASH_PREFIX})
          UNION ALL SELECT 'mails to places that wait', "contentHash" FROM "Mail" WHERE "status" IN ('queued', 'held')
          UNION ALL SELECT 'corrections of the last day', "contentHash" FROM "Correction"
                    WHERE "erasedAt" IS NULL AND "createdAt" > utc_clock() - interval '24 hours') AS stored
    WHERE hash IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`;
  const found: Record<string, Record<string, number>> = {};
  for (const { what, id, count } of rows) found[what] = { ...found[what], [id]: Number(count) };
  return { ...found, "lines of the journal as old as a backup": await secretsOfJournal(oldestBackupAt()) };
}
