import { system, type SystemActor } from "@/lib/audit/actor";
import { keyWords } from "@/lib/keys/jobs";
import { noteLostKeys } from "@/lib/keys/mutations";
import { checkKeys } from "@/lib/keys/queries";
import { ringOf } from "@/lib/keys/ring";
import { journalFolder } from "@/lib/journal/folder";
import { compareJournal } from "@/lib/journal/queries";
import { secretOf } from "@/lib/journal/subject";
import { replayJournal } from "@/lib/replays/mutations";
import type { Replay } from "@/lib/replays/types";
import { keySource } from "@/lib/server/key-source";
import { Failure } from "../setup/failure.mjs";

/**
 * Does again in a restored database what was erased, ended or taken away since its backup.
 * @param goesWithout the person knows that the journal is not whole
 * @throws Failure when this is not the whole journal of that house
 */
export async function replayRestored(actor: SystemActor, goesWithout: boolean): Promise<Replay> {
  await refuseOtherSecrets();
  const absent = await absentSecrets();
  if (goesWithout)
    await noteLostKeys(
      system("keys"),
      absent.map(({ keyId }) => ({ kind: "secret", keyId })),
    );
  else await refusePartOfJournal(absent);
  return replayJournal(actor);
}

/** With another secret by a known id nobody would be found whom the journal names, and all would seem well. */
async function refuseOtherSecrets(): Promise<void> {
  const problems = (await checkKeys()).filter(({ trouble }) => trouble === "wrong");
  if (problems.length > 0) throw new Failure(keyWords(problems));
}

interface AbsentSecret {
  keyId: string;
  /** How many acts only it finds the records of. */
  lines: number;
}

async function absentSecrets(): Promise<AbsentSecret[]> {
  const ours = new Set(ringOf("secret").map(({ id }) => id));
  const lines = new Map<string, number>();
  for (const { act, subject } of (await compareJournal()).pending)
    if (act !== "journal.opened" && !ours.has(secretOf(subject)))
      lines.set(secretOf(subject), (lines.get(secretOf(subject)) ?? 0) + 1);
  return [...lines].map(([keyId, count]) => ({ keyId, lines: count }));
}

async function refusePartOfJournal(absent: readonly AbsentSecret[]): Promise<void> {
  const { missing, damaged } = await compareJournal();
  const wrong = [
    ...(missing > 0 ? [`${missing} acts that the backup knows are not in it`] : []),
    ...(damaged.length > 0 ? [`${damaged.length} of its lines cannot be read, the first at ${damaged[0]}`] : []),
    ...absent.map(({ keyId, lines }) => `${lines} acts need ${keyId} to be done again, which is not in APP_SECRET`),
  ];
  if (wrong.length === 0) return;
  throw new Failure(
    `The journal in ${journalFolder()} is not whole: ${wrong.join("; ")}.\n` +
      "       Without it, people who were erased since would be back, and permissions that they ended would live.\n" +
      "       Set JOURNAL_DIR to where it is; put the files of all machines there. Put every secret into\n" +
      `       APP_SECRET, in ${keySource("APP_SECRET")}. To go on without what is missing: --without-journal`,
  );
}

/** What to say of a replay. */
export function replayWords({ replayed, unreachable, withoutPassword }: Replay): { note: string; closing: string } {
  const members = withoutPassword.map((email) => `\n  npm run administrator -- --email ${email}`).join("");
  const lost = Object.entries(unreachable).map(([secret, lines]) => `; ${lines} cannot be: ${secret} is lost`);
  return {
    note: (replayed === 0 ? "nothing to do again" : `${replayed} acts done again`) + lost.join(""),
    closing: members && `\nThe passwords of these members were changed after the backup. Give them new ones:${members}`,
  };
}
