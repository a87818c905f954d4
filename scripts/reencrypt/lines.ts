import { backupDays, backupsUntil, oldestBackupAt } from "@/lib/backups/backup-days";
import { needsOfJournal } from "@/lib/journal/queries";
import { FORMER } from "@/lib/keys/queries";
import { ringOf, SETTINGS } from "@/lib/keys/ring";
import type { KeyKind } from "@/lib/server/key-ring";
import { utcUntil } from "@/lib/shared/dates";
import { counted } from "@/lib/shared/counted";

/** Such as "k2: 8, k1 (lost): 4". */
export function counts(byKey: Record<string, number>, lost: ReadonlySet<string>): string {
  return (
    Object.entries(byKey)
      .map(([key, count]) => `${key}${lost.has(key) ? " (lost)" : ""}: ${count}`)
      .join(", ") || "none"
  );
}

/** What may be removed, and how long the rest is needed. */
export async function endLines(
  needed: Record<KeyKind, ReadonlySet<string>>,
  lost: ReadonlySet<string>,
): Promise<string[]> {
  const removable = { encryption: removableOf("encryption", needed), secret: removableOf("secret", needed) };
  const isAny = removable.encryption.length + removable.secret.length > 0;
  return [
    ...(await journalLines(lost)),
    removableLine("encryption", removable.encryption),
    removableLine("secret", removable.secret),
    ...(isAny ? [keptLine()] : []),
  ];
}

/** A thing of a former version may need any secret. */
function removableOf(kind: KeyKind, needed: Record<KeyKind, ReadonlySet<string>>): string[] {
  const [, ...older] = ringOf(kind).map(({ id }) => id);
  return needed[kind].has(FORMER) ? [] : older.filter((id) => !needed[kind].has(id));
}

function removableLine(kind: KeyKind, ids: string[]): string {
  return `${SETTINGS[kind]}: ${ringOf(kind)[0]!.id} is the newest; may be removed: ${ids.join(", ") || "none"}`;
}

function keptLine(): string {
  const until = utcUntil(backupsUntil(new Date()));
  return `Older backups need what you remove for as long as they are kept: keep it until ${until} (BACKUP_KEEP_DAYS: ${backupDays()}), apart from them.`;
}

/** One for each secret but the newest that the journal names records by. */
async function journalLines(lost: ReadonlySet<string>): Promise<string[]> {
  const newest = ringOf("secret")[0]!.id;
  const needs = [...(await needsOfJournal(oldestBackupAt()))].filter(([id]) => id !== newest);
  return needs.map(([id, { lines, newestAt }]) => {
    const what = `The journal names records by ${id} in ${counted(lines, "line")}`;
    if (lost.has(id)) return `${what}. ${id} is lost: what they erased or ended can come back with an older backup.`;
    const until = backupsUntil(newestAt);
    return until < new Date()
      ? `${what}. APP_SECRET needs ${id} until they are replayed: at the next start, or tonight. Then run this again.`
      : `${what}. APP_SECRET needs ${id} until ${utcUntil(until)}, when the last backup from before them is gone (BACKUP_KEEP_DAYS: ${backupDays()}).`;
  });
}
