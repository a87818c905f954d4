import path from "node:path";
import { parseRequest as parseReencrypt } from "../reencrypt/request";
import { parseRequest as parseRestore } from "../restore/request";
import { countsFirstWords } from "./counts-first";
import { query } from "./database";
import { Failure } from "./failure.mjs";
import { belongsToSomebody, readKnownKeys } from "./known-keys";
import { withoutRetired } from "./needed-keys";
import {
  everyId,
  isWhole,
  KINDS,
  localSecrets,
  makeLacking,
  misfitFailure,
  namedOutside,
  presentSecrets,
  secretsFile,
  type Secrets,
} from "./secrets";

/**
 * The secrets for a command on this copy's own database: those that fit it. Only the commands that lead on when keys are
 * lost take them as they are, and compare them by themselves.
 * @param words the script and its arguments
 * @throws Failure that says what to do
 */
export async function secretsForCommand(words: string[], folder: string, url: string): Promise<Partial<Secrets>> {
  const [script = "", ...args] = words;
  switch (path.basename(script)) {
    case "backup.ts":
      return presentSecrets(folder);
    case "reencrypt.ts":
      return secretsToMend(args, folder, url);
    case "restore.ts":
      return secretsToRestore(args, folder);
    default:
      return localSecrets(folder, url);
  }
}

/** New ones in the place of those that somebody says are lost, every one by its id. */
async function secretsToMend(args: string[], folder: string, url: string): Promise<Secrets> {
  const { lost, givesNewLinks } = parseReencrypt(args);
  const there = presentSecrets(folder);
  if (isWhole(there)) return there;
  const known = await query(url, readKnownKeys);
  const lacking = (["encryption", "secret"] as const).filter((kind) => !there[KINDS[kind].setting]);
  const needed = await query(url, (client) => withoutRetired(client, known, folder));
  const areAllNamed = lacking.every((kind) => everyId(kind, needed).every((id) => lost.includes(id)));
  const isSaid = areAllNamed && (lost.length > 0 || givesNewLinks);
  if (belongsToSomebody(known) && !isSaid) throw misfitFailure(folder, there, known, needed);
  return makeLost(folder, there);
}

/** New ones for whoever goes on without those of the backup. */
function secretsToRestore(args: string[], folder: string): Partial<Secrets> {
  const request = parseRestore(args);
  const there = presentSecrets(folder);
  if (isWhole(there) || request.act !== "restore") return there;
  if (!request.withoutKeys) throw new Failure(noneWords(secretsFile(folder), there));
  return makeLost(folder, there);
}

function makeLost(folder: string, there: Partial<Secrets>): Secrets {
  const made = makeLacking(folder, there);
  console.log(`New keys are in ${secretsFile(folder)}: keep a copy of it, and not where the backups are.`);
  return made;
}

function noneWords(file: string, there: Partial<Secrets>): string {
  const lacking = Object.values(KINDS).flatMap(({ setting }) => (there[setting] ? [] : [setting]));
  const outside = countsFirstWords(namedOutside(), file);
  return (
    `There are no keys here: neither ${file} nor the environment or .env has ${lacking.join(" and ")}.\n` +
    "       Copy the secrets.json of the house that made the backup there first, or set its keys (.env).\n" +
    (outside && `       ${outside}\n`) +
    "       Are they lost for good? Nobody will ever read what they sealed; all else comes back, with new keys:\n" +
    "         npm run restore -- FILE --without-keys"
  );
}
