import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Client } from "pg";
import type { KeyKind } from "../../lib/server/key-ring";
import { USUAL_BACKUP_KEEP_DAYS } from "../../lib/server/usual-days";
import { sealedWith, type KnownKeys } from "./known-keys";

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The same without keys that a rotation has retired: nothing stored needs them, and who has lost the others need not name
 * them. Of a kind that nothing needs, the newest is kept. When the tables are of another version, all are.
 * @param folder of everything this copy keeps
 */
export async function withoutRetired(client: Client, known: KnownKeys, folder: string): Promise<KnownKeys> {
  const needed = await readNeeded(client, folder).catch(() => null);
  if (!needed) return known;
  const kinds = Object.entries(needed) as [KeyKind, Set<string>][];
  const kept = kinds.flatMap(([kind, ids]) => {
    const ofKind = known.recorded.filter((each) => each.kind === kind);
    // A hash without an id may be of any secret.
    if (ids.has("")) return ofKind;
    const living = ofKind.filter(({ isLost }) => !isLost);
    const used = living.filter(({ keyId }) => ids.has(keyId));
    return [...ofKind.filter(({ isLost }) => isLost), ...(used.length > 0 ? used : living.slice(0, 1))];
  });
  return { ...known, recorded: known.recorded.filter((each) => kept.includes(each)) };
}

async function readNeeded(client: Client, folder: string): Promise<Record<KeyKind, Set<string>>> {
  const { rows } = await client.query<{ id: string }>(HASHED_WITH);
  return {
    encryption: new Set(await sealedWith(client)),
    secret: new Set([...rows.map(({ id }) => id), ...namedInJournal(folder)]),
  };
}

/** What `npm run reencrypt` makes anew (lib/keys): receipts of a random token need no secret. */
const HASHED_WITH = `
  SELECT DISTINCT CASE WHEN position('.' IN hash) > 0 THEN split_part(hash, '.', 1) ELSE '' END AS id
  FROM (SELECT "emailHash" AS hash FROM public."Inquiry" UNION ALL SELECT "phoneHash" FROM public."Inquiry"
        UNION ALL SELECT "receiptHash" FROM public."Inquiry" WHERE NOT starts_with("receiptHash", 'sha256.')
        UNION ALL SELECT "contentHash" FROM public."Mail" WHERE "status" IN ('queued', 'held')) AS stored
  WHERE hash IS NOT NULL`;

/** The ids of the secrets that name the records of lines as old as a backup that is kept. */
function namedInJournal(folder: string): string[] {
  const journal = process.env.JOURNAL_DIR || path.join(folder, "journal");
  if (!existsSync(journal)) return [];
  const since = Date.now() - Number(process.env.BACKUP_KEEP_DAYS || USUAL_BACKUP_KEEP_DAYS) * DAY_MS;
  const files = readdirSync(journal).filter((name) => name.endsWith(".jsonl"));
  const lines = files.flatMap((name) => readFileSync(path.join(journal, name), "utf8").split("\n"));
  return lines.flatMap((line) => {
    const [, at = ""] = /"at":"([^"]+)"/.exec(line) ?? [];
    const [, id] = /"subject":"([a-z0-9]+)\./.exec(line) ?? [];
    return id !== undefined && Date.parse(at) >= since ? [id] : [];
  });
}
