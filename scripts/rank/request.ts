import { parseArgs } from "node:util";

export const USAGE = `npm run rank                  publishes a new edition when the method or the facts have changed
npm run rank -- --verify N    computes edition N anew from what it froze, and says whether it matches to the last digit
npm run rank -- --help        this`;

/** PostgreSQL's largest integer. */
const MAX_INTEGER = 2_147_483_647;

export type RankRequest = { act: "publish" } | { act: "verify"; number: number } | { act: "help" };

/**
 * Reads the command's words.
 * @throws when a word is not one of its own, with the way to write it
 */
export function parseRequest(words: readonly string[]): RankRequest {
  const { help, verify } = parsed(words);
  if (help) return { act: "help" };
  if (verify === undefined) return { act: "publish" };
  const number = /^[0-9]+$/.test(verify) ? Number(verify) : 0;
  if (number < 1 || number > MAX_INTEGER)
    throw wrong(`"${verify}" is no number of an edition. Write it like --verify 1.`);
  return { act: "verify", number };
}

function parsed(words: readonly string[]) {
  const options = { verify: { type: "string" }, help: { type: "boolean" } } as const;
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    throw wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(words: string): Error {
  return new Error(`${words}\n\n${USAGE}`);
}
