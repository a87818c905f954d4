import type pg from "pg";
import { keyFingerprint, type KeyKind, type RingKey } from "./key-ring";

/** What a database knows of a key that it was used with. */
export interface RecordedKey {
  kind: KeyKind;
  keyId: string;
  /** Null when it was lost before the database saw it. */
  fingerprint: string | null;
  /** Whether somebody said that it is lost for good. */
  isLost: boolean;
}

/** Every key that a database knows; none when its tables are not made, or are older than these records. */
export async function readRecordedKeys(client: Pick<pg.Client, "query">): Promise<RecordedKey[]> {
  const { rows: tables } = await client.query<{ exists: boolean }>(
    `SELECT to_regclass('public."KeyFingerprint"') IS NOT NULL AS exists`,
  );
  if (!tables[0]?.exists) return [];
  const { rows } = await client.query<RecordedKey>(
    `SELECT "kind"::text AS kind, "keyId", "fingerprint", "lostAt" IS NOT NULL AS "isLost"
     FROM public."KeyFingerprint" ORDER BY "firstSeenAt" DESC, "keyId"`,
  );
  return rows;
}

/** How the keys of a ring fit those that a database knows, all of one kind. */
export interface RingFit {
  /** Ids of the ring by which the database knows other keys, also lost ones: an id means one key for ever. */
  wrong: string[];
  /** Ids that the database knows, that the ring does not have, and that nobody said to be lost; the newest first. */
  absent: string[];
  /** Whether the database knows keys that are not lost, and the ring has none of them. */
  isStrange: boolean;
}

export function compareRing(kind: KeyKind, ring: readonly RingKey[], recorded: readonly RecordedKey[]): RingFit {
  const known = recorded.filter((each) => each.kind === kind);
  const ours = new Map(ring.map((key) => [key.id, keyFingerprint(kind, key)]));
  const isOurs = ({ keyId, fingerprint }: RecordedKey) => fingerprint !== null && ours.get(keyId) === fingerprint;
  const isOther = (each: RecordedKey) => each.fingerprint !== null && ours.has(each.keyId) && !isOurs(each);
  const living = known.filter(({ isLost }) => !isLost);
  return {
    wrong: known.filter(isOther).map(({ keyId }) => keyId),
    absent: living.filter(({ keyId }) => !ours.has(keyId)).map(({ keyId }) => keyId),
    isStrange: living.length > 0 && !known.some(isOurs),
  };
}
