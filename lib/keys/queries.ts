import "server-only";
import { oldestBackupAt } from "@/lib/backups/backup-days";
import { formerReceiptToken, RECEIPT_HASH_PREFIX } from "@/lib/inquiries/receipt-token";
import { needsOfJournal } from "@/lib/journal/queries";
import { decrypt, openOrNull } from "@/lib/server/crypto";
import { db } from "@/lib/server/db";
import { keyFingerprint, type KeyKind } from "@/lib/server/key-ring";
import { keySource } from "@/lib/server/key-source";
import { compareRing } from "@/lib/server/recorded-keys";
import { keysInUse } from "@/lib/server/reencryption";
import { hashedWithSql, sealedWithSql, valuesSql } from "./needed-sql";
import { isAlive, ringOf, SETTINGS } from "./ring";
import { SEALED_TABLES } from "./sealed-tables";
import type { KeyName, KeyProblem } from "./types";

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
      `${SETTINGS[kind]}: ${key.id} is not the key that this database knows by that id; ` +
      `it stands in ${keySource(SETTINGS[kind])}. ${putBack(key.id)}`;
    return [{ trouble: "wrong", words }];
  });
}

const putBack = (id: string) =>
  `Put the former ${id} back. A new key needs a new id, and stands in front of the former ones. ` +
  `If the former one is lost for good: give the present one a new id, then npm run reencrypt -- --lost ${id}`;

async function missing(known: Known, kind: KeyKind): Promise<KeyProblem[]> {
  const ring = new Set(ringOf(kind).map(({ id }) => id));
  const ids = new Set(known.filter((each) => each.kind === kind).map(({ keyId }) => keyId));
  // Values that are older than our records of keys.
  if (kind === "encryption" && ids.size === 0)
    for (const table of SEALED_TABLES) for (const id of Object.keys(await keysInUse(table))) ids.add(id);
  const lost = new Set(known.filter((each) => each.kind === kind && each.lostAt).map(({ keyId }) => keyId));
  const absent = [...ids].filter((id) => !ring.has(id) && !lost.has(id));
  const needed = (await Promise.all(absent.map(async (id) => ((await isNeeded(kind, id)) ? [id] : [])))).flat();
  return needed.length === 0 ? [] : [{ trouble: "missing", words: missingWords(kind, needed) }];
}

const NEED: Record<KeyKind, string> = {
  encryption: "values of this database need",
  secret: "hashes of this database were made with",
};

function missingWords(kind: KeyKind, ids: readonly string[]): string {
  const [are, it, isLost] = ids.length === 1 ? ["is", "it", "it is"] : ["are", "them", "they are"];
  return (
    `${SETTINGS[kind]}: ${ids.join(", ")} ${are} missing, and ${NEED[kind]} ${it}. ` +
    `Put ${it} back behind the others, in ${keySource(SETTINGS[kind])}. npm run reencrypt says what may be removed, and ` +
    `when. If ${isLost} lost for good: npm run reencrypt -- ${ids.map((id) => `--lost ${id}`).join(" ")}`
  );
}

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
  const seen = known.filter(({ kind, fingerprint }) => kind === "encryption" && fingerprint !== null);
  const recorded = new Set(seen.map(({ keyId }) => keyId));
  const unrecorded = ringOf("encryption").filter(({ id }) => !recorded.has(id));
  const found = await Promise.all(
    unrecorded.map(async ({ id }): Promise<KeyProblem[]> => {
      const tried = await valuesOf(id);
      if (tried.length === 0 || tried.some((isOpen) => isOpen)) return [];
      const words =
        `ENCRYPTION_KEYS: ${id} of ${keySource("ENCRYPTION_KEYS")} does not open what this database sealed with ${id}. ` +
        putBack(id);
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
        ...rows.map(({ row, envelope }) => openOrNull(() => decrypt(envelope, { model, column, row })) !== null),
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
    `others, in ${keySource("APP_SECRET")}. If it is lost for good: npm run reencrypt -- --lost-receipts gives these inquiries new links`;
  return [{ trouble: "receipts", words }];
}

/** In the place of an id: a former version made it, by a secret without one. */
export const FORMER = "former";

/** How many stored things need each secret, by what they are and the secret's id, or FORMER. */
export async function secretsInUse(): Promise<Record<string, Record<string, number>>> {
  const rows = await db.$queryRaw<{ what: string; id: string; count: bigint }[]>`
    SELECT what, CASE WHEN position('.' IN hash) > 0 THEN split_part(hash, '.', 1) ELSE ${FORMER} END AS id, count(*)
    FROM (SELECT 'contacts' AS what, "emailHash" AS hash FROM "Inquiry"
          UNION ALL SELECT 'contacts', "phoneHash" FROM "Inquiry"
          UNION ALL SELECT 'receipts', "receiptHash" FROM "Inquiry" WHERE NOT starts_with("receiptHash", ${RECEIPT_HASH_PREFIX})
          UNION ALL SELECT 'mails to places that wait', "contentHash" FROM "Mail" WHERE "status" IN ('queued', 'held')
          UNION ALL SELECT 'corrections of the last day', "contentHash" FROM "Correction"
                    WHERE "erasedAt" IS NULL AND "createdAt" > utc_clock() - interval '24 hours') AS stored
    WHERE hash IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`;
  const found: Record<string, Record<string, number>> = {};
  for (const { what, id, count } of rows) found[what] = { ...found[what], [id]: Number(count) };
  const ofJournal = [...(await needsOfJournal(oldestBackupAt()))].map(([id, { lines }]): [string, number] => [
    id,
    lines,
  ]);
  return { ...found, "lines of the journal as old as a backup": Object.fromEntries(ofJournal) };
}

/** Ids of the keys of a kind that somebody said to be lost, and that are not here again. */
export async function listLost(kind: KeyKind): Promise<Set<string>> {
  const ring = new Set(ringOf(kind).map(({ id }) => id));
  const lost = await db.keyFingerprint.findMany({ where: { kind, lostAt: { not: null } }, select: { keyId: true } });
  return new Set(lost.map(({ keyId }) => keyId).filter((id) => !ring.has(id)));
}

/**
 * Whether the ring of a kind has no key that the database knows, although it knows some: it may be another house's.
 */
export async function isStrangeRing(kind: KeyKind): Promise<boolean> {
  const recorded = (await listKnown()).map(({ lostAt, ...each }) => ({ ...each, isLost: lostAt !== null }));
  return compareRing(kind, ringOf(kind), recorded).isStrange;
}

/**
 * The keys that somebody means who says that these ids are lost, of either kind.
 * @returns words for each id that cannot be lost: no key of this database has it, or it is in the ring
 */
export async function findLosses(ids: readonly string[]): Promise<{ losses: KeyName[]; refused: string[] }> {
  const known = await listKnown();
  const stored = await Promise.all(SEALED_TABLES.map((table) => keysInUse(table)));
  const hashed = Object.values(await secretsInUse());
  const kinds = (["encryption", "secret"] as const).map((kind) => ({
    kind,
    ring: new Set(ringOf(kind).map(({ id }) => id)),
    ids: new Set([
      ...known.filter((each) => each.kind === kind).map(({ keyId }) => keyId),
      ...(kind === "encryption" ? stored : hashed)
        .flatMap((counts) => Object.keys(counts))
        .filter((id) => id !== FORMER),
    ]),
  }));
  const losses: KeyName[] = [];
  const refused: string[] = [];
  for (const keyId of new Set(ids)) {
    const meant = kinds.filter((each) => each.ids.has(keyId) && !each.ring.has(keyId));
    losses.push(...meant.map(({ kind }) => ({ kind, keyId })));
    const holder = kinds.find(({ ring }) => ring.has(keyId));
    if (meant.length === 0 && holder)
      refused.push(
        `${SETTINGS[holder.kind]}: ${keyId} is in ${keySource(SETTINGS[holder.kind])}. Take it out there before you say ` +
          "that it is lost; when it is another key by that id, give it a new one.",
      );
    else if (meant.length === 0) refused.push(`This database knows no key by the id ${keyId}.`);
  }
  return { losses, refused };
}
