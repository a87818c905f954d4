import type { SystemActor } from "@/lib/audit/actor";
import { keyWords } from "@/lib/keys/jobs";
import { checkKeys } from "@/lib/keys/queries";
import { journalFolder } from "@/lib/journal/folder";
import { compareJournal } from "@/lib/journal/queries";
import { replayJournal } from "@/lib/replays/mutations";
import { JournalSecretMissing } from "@/lib/replays/secret-missing";
import type { Replay } from "@/lib/replays/types";
import { Failure } from "../setup/failure.mjs";
import { settleAbsentSecrets, unreachableWords } from "./absent-secrets";

/**
 * Does again in a restored database what was erased, ended or taken away since its backup.
 * @param goesWithout the person knows that the journal is not whole
 * @throws Failure when this is not the whole journal of that house
 */
export async function replayRestored(actor: SystemActor, goesWithout: boolean): Promise<Replay> {
  await refuseOtherSecrets();
  await settleAbsentSecrets(goesWithout);
  if (!goesWithout) await refusePartOfJournal();
  try {
    return await replayJournal(actor);
  } catch (error) {
    if (error instanceof JournalSecretMissing) throw new Failure(error.message);
    throw error;
  }
}

/** With another secret by a known id nobody would be found whom the journal names, and all would seem well. */
async function refuseOtherSecrets(): Promise<void> {
  const problems = (await checkKeys()).filter(({ trouble }) => trouble === "wrong");
  if (problems.length > 0) throw new Failure(keyWords(problems));
}

async function refusePartOfJournal(): Promise<void> {
  const { missing, damaged } = await compareJournal();
  const wrong = [
    ...(missing > 0 ? [`${missing} acts that the backup knows are not in it`] : []),
    ...(damaged.length > 0 ? [`${damaged.length} of its lines cannot be read, the first at ${damaged[0]}`] : []),
  ];
  if (wrong.length === 0) return;
  throw new Failure(
    `The journal in ${journalFolder()} is not whole: ${wrong.join("; ")}.\n` +
      "       Without it, people who were erased since would be back, and permissions that they ended would live.\n" +
      "       Set JOURNAL_DIR to where it is; put the files of all machines there. To go on without: --without-journal",
  );
}

/** What to say of a replay. */
export function replayWords({ replayed, unreachable, withoutPassword }: Replay): { note: string; closing: string } {
  const members = withoutPassword.map((email) => `\n  npm run administrator -- --email ${email}`).join("");
  return {
    note: (replayed === 0 ? "nothing to do again" : `${replayed} acts done again`) + unreachableWords(unreachable),
    closing: members && `\nThe passwords of these members were changed after the backup. Give them new ones:${members}`,
  };
}
