import type { SystemActor } from "@/lib/audit/actor";
import { oldestBackupAt } from "@/lib/backups/backup-days";
import type { DoneAgain } from "@/lib/backups/types";
import { keyWords } from "@/lib/keys/jobs";
import { checkKeys } from "@/lib/keys/queries";
import { journalFolder } from "@/lib/journal/folder";
import { compareJournal, journalExtent } from "@/lib/journal/queries";
import { JournalUnreadable } from "@/lib/journal/unreadable";
import { replayJournal } from "@/lib/replays/mutations";
import { JournalSecretMissing } from "@/lib/replays/secret-missing";
import { counted } from "@/lib/shared/counted";
import { Failure } from "../setup/failure.mjs";
import { extentWords } from "../setup/journal-words";
import { settleAbsentSecrets, unreachableWords } from "./absent-secrets";

/** What was done again in a restored database, and what to say of it. */
export interface RestoredReplay {
  doneAgain: DoneAgain;
  note: string;
  /** What somebody has to do, after all is done; each begins on a line of its own. */
  closing: string;
}

/**
 * Does again in a restored database what was erased, ended or taken away since its backup.
 * @param goesWithout the person knows that the journal is not whole
 * @throws Failure when this is not the whole journal of that house
 */
export async function replayRestored(
  actor: SystemActor,
  { backupMadeAt, goesWithout }: { backupMadeAt: Date; goesWithout: boolean },
): Promise<RestoredReplay> {
  await refuseOtherSecrets();
  try {
    await settleAbsentSecrets(goesWithout);
    const lacking = await findLacking(backupMadeAt);
    if (!goesWithout) await refusePartOfJournal(lacking);
    const { replayed, unreachable, withoutPassword } = await replayJournal(actor);
    const doneAgain = {
      actsDoneAgain: replayed,
      linesMissing: lacking.missing,
      linesDamaged: lacking.damaged.length,
      passwordsVoided: withoutPassword.length,
    };
    return {
      doneAgain,
      note: (await noteOf(doneAgain)) + unreachableWords(unreachable),
      closing: await closingOf(withoutPassword),
    };
  } catch (error) {
    if (error instanceof JournalSecretMissing || error instanceof JournalUnreadable) throw new Failure(error.message);
    throw error;
  }
}

/** With another secret by a known id nobody would be found whom the journal names, and all would seem well. */
async function refuseOtherSecrets(): Promise<void> {
  const problems = (await checkKeys()).filter(({ trouble }) => trouble === "wrong");
  if (problems.length > 0) throw new Failure(keyWords(problems));
}

interface Lacking {
  /** How many lines that the backup knows are not there, and had to be. */
  missing: number;
  damaged: string[];
}

/** What shows that this is not the whole journal of that house. When it has no line that the backup knows: all of them. */
async function findLacking(backupMadeAt: Date): Promise<Lacking> {
  const { missing, known, damaged } = await compareJournal();
  if (missing.length === known) return { missing: known, damaged };
  const since = neededSince(backupMadeAt);
  return { missing: missing.filter(({ at }) => at >= since).length, damaged };
}

/** A file may be removed once no backup from before it is kept; so what is older need not be there. */
function neededSince(backupMadeAt: Date): Date {
  const kept = oldestBackupAt();
  return backupMadeAt >= kept ? kept : oldestBackupAt(backupMadeAt.getTime());
}

async function refusePartOfJournal({ missing, damaged }: Lacking): Promise<void> {
  const wrong = [
    ...(missing > 0
      ? [`${counted(missing, "line that the backup knows is", "lines that the backup knows are")} not in it`]
      : []),
    ...(damaged.length > 0 ? [`${counted(damaged.length, "line")} cannot be read, the first at ${damaged[0]}`] : []),
  ];
  if (wrong.length === 0) return;
  throw new Failure(
    `The journal in ${journalFolder()} is not whole: ${wrong.join("; ")}.\n` +
      `       What is there: ${extentWords(await journalExtent())}.\n` +
      "       Without the rest, people who were erased after the backup may be back, and permissions that they ended may live.\n" +
      "       Set JOURNAL_DIR to where it is; put the files of all machines there. To go on without: --without-journal",
  );
}

async function noteOf({ actsDoneAgain, linesMissing, linesDamaged }: DoneAgain): Promise<string> {
  const without = linesMissing + linesDamaged;
  return [
    extentWords(await journalExtent()),
    actsDoneAgain === 0 ? "nothing to do again" : `${counted(actsDoneAgain, "act")} done again`,
    ...(without > 0 ? [`${counted(without, "line")} missing or damaged, as you know`] : []),
  ].join("; ");
}

async function closingOf(withoutPassword: string[]): Promise<string> {
  const members = withoutPassword.map((email) => `\n  npm run administrator -- --email ${email}`).join("");
  const newer =
    `\nThe journal has ${extentWords(await journalExtent())}. Is there a newer copy of it? Put its files into` +
    `\n${journalFolder()}: what they say is done at the next start.`;
  return members
    ? `${newer}\nThe passwords of these members were changed after the backup. Give them new ones:${members}`
    : newer;
}
