import { system } from "@/lib/audit/actor";
import { compareJournal } from "@/lib/journal/queries";
import { secretOf } from "@/lib/journal/subject";
import { noteLostKeys } from "@/lib/keys/mutations";
import { ringOf } from "@/lib/keys/ring";
import { keySource } from "@/lib/server/key-source";
import { Failure } from "../setup/failure.mjs";

/**
 * Acts that only an absent secret finds the records of cannot be done again. Whoever goes on without them says that these
 * secrets are lost: the restored house starts.
 * @throws Failure that counts them, unless somebody goes on without
 */
export async function settleAbsentSecrets(goesWithout: boolean): Promise<void> {
  const absent = await absentSecrets();
  if (absent.size === 0) return;
  if (goesWithout) {
    const lost = [...absent.keys()].map((keyId) => ({ kind: "secret", keyId }) as const);
    return noteLostKeys(system("keys"), lost);
  }
  const acts = [...absent].map(([keyId, count]) => `${count} by ${keyId}`).join(", ");
  throw new Failure(
    `The journal names the records of acts since the backup by secrets that are not here: ${acts}.\n` +
      "       Without them, people who were erased since would be back, and permissions that they ended would live.\n" +
      `       Put them back behind the others in APP_SECRET, in ${keySource("APP_SECRET")}.\n` +
      "       Are they lost for good? To go on without what they name: --without-journal",
  );
}

/** How many acts are to be done again, by the secret that finds their records and is not here. */
async function absentSecrets(): Promise<Map<string, number>> {
  const ours = new Set(ringOf("secret").map(({ id }) => id));
  const acts = new Map<string, number>();
  for (const { act, subject } of (await compareJournal()).pending) {
    const secret = secretOf(subject);
    if (act !== "journal.opened" && !ours.has(secret)) acts.set(secret, (acts.get(secret) ?? 0) + 1);
  }
  return acts;
}

/** What was not done again, for the end of the replay's note. */
export function unreachableWords(unreachable: Record<string, number>): string {
  return Object.entries(unreachable)
    .map(([secret, count]) => `; ${count} cannot be: ${secret} is lost`)
    .join("");
}
